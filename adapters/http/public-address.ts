import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that is nobody's on the open Internet (IANA special-purpose registry), and one of a cloud's insides. */
const CLOSED_IPV4: [net: string, prefix: number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's host agent
  ['169.254.0.0', 16], // link-local, metadata of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/** All of IPv6 that is routed: loopback, mapped IPv4, NAT64, link-local, unique local and multicast lie outside. */
const OPEN_IPV6: [net: string, prefix: number] = ['2000::', 3];
const CLOSED_IPV6: [net: string, prefix: number][] = [
  ['2001::', 23], // protocol assignments: Teredo, ORCHID, benchmarks
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: an IPv4 address in disguise
  ['3fff::', 20], // documentation
];

const closedIPv4 = listOf(CLOSED_IPV4, 'ipv4');
const openIPv6 = listOf([OPEN_IPV6], 'ipv6');
const closedIPv6 = listOf(CLOSED_IPV6, 'ipv6');

function listOf(nets: [net: string, prefix: number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}

/** Whether an address, in its plain spelling, leads out to the open Internet. Whatever is not known to does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedIPv4.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) is a way out of one's own machine's interfaces.
  if (!isIPv6(address) || address.includes('%')) return false;
  return openIPv6.check(address, 'ipv6') && !closedIPv6.check(address, 'ipv6');
}
