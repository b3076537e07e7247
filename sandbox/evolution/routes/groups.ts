import type { RouteHandler } from '../../http/stand-in-route';
import { isGroup } from '../jid';
import { groupSize, groupTitle, knownGroups } from '../../state/group';
import type { World } from '../../world';
import { connectionClosed, EvolutionError } from '../evolution-error';
import { guardInstance } from '../guards';

/** Every group the number is in: those all are in, and those somebody has written in. */
export function fetchAllGroups(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    const { getParticipants } = req.query;
    if (getParticipants !== 'true' && getParticipants !== 'false') {
      throw new EvolutionError(400, ['The getParticipants needs to be informed in the query']);
    }
    if (instance.state !== 'open') throw connectionClosed();
    const written = world.state.messages
      .ofInstance(instance.name)
      .map(({ chat }) => chat)
      .filter(isGroup);
    const body = [...new Set([...knownGroups.map(({ jid }) => jid), ...written])].map((id) => ({
      id,
      subject: groupTitle(id),
      subjectOwner: null,
      subjectTime: 1_700_000_000,
      pictureUrl: null,
      size: groupSize(id),
      creation: 1_700_000_000,
      owner: null,
      desc: null,
      restrict: false,
      announce: false,
      isCommunity: false,
      isCommunityAnnounce: false,
    }));
    return { status: 200, body };
  };
}
