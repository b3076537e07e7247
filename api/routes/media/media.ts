import { findStoredMedia } from '../../../services/media/find-media';
import { storedFileEndpoints } from './stored-file-endpoints';

/** What customers sent, by the id of its message. */
export const mediaEndpoints = storedFileEndpoints({
  path: '/api/v1/media',
  summary: 'The bytes of a file that a customer sent',
  description:
    'The id is the message’s. Takes Range. Pictures, sound and film come as what their bytes are, to be shown in their place; all else is for saving.',
  find: findStoredMedia,
});
