import { NativeConnection } from '@temporalio/worker';
import type { Env } from '../config/env';

/** Connects clients and workers alike: one connection a process, in native code. */
export async function connectTemporal(env: Pick<Env, 'temporal'>): Promise<NativeConnection> {
  const { address, apiKey, tls, embedded } = env.temporal;
  return NativeConnection.connect({
    address,
    ...(apiKey === undefined ? {} : { apiKey }),
    // An API key is Temporal Cloud, which speaks TLS only.
    tls: tls === undefined ? apiKey !== undefined : tlsOptions(tls),
    // Compressing what never leaves the machine is work for nothing.
    ...(embedded ? { grpcCompression: { codec: 'none' } } : {}),
  });
}

function tlsOptions({ ca, cert, key }: NonNullable<Env['temporal']['tls']>) {
  return {
    ...(ca === undefined ? {} : { serverRootCACertificate: ca }),
    ...(cert === undefined || key === undefined ? {} : { clientCertPair: { crt: cert, key } }),
  };
}
