import { createMemoryLimits, type Limits } from '../../adapters/limits/limits';
import { createPresence, type Presence } from '../../adapters/live/presence';
import type { Endpoint } from '../endpoint';
import { getAboutEndpoint } from './about/get-about';
import {
  createAgentEndpoint,
  listAgentsEndpoint,
  removeAgentEndpoint,
  saveAgentEndpoint,
} from './agents/agents';
import { automationEndpoints } from './automations';
import { loginEndpoint } from './auth/login';
import { createLoginGuard } from './auth/login-guard';
import { logoutEndpoint } from './auth/logout';
import { refreshEndpoint } from './auth/refresh';
import {
  getContactEndpoint,
  listContactsEndpoint,
  mergeContactEndpoint,
  undoMergeEndpoint,
} from './contacts/contacts';
import {
  patchContactFieldsEndpoint,
  patchContactTagsEndpoint,
  putContactFieldsEndpoint,
  putContactTagsEndpoint,
} from './contacts/notes';
import { getAlertsEndpoint, putAlertsEndpoint } from './config/alerts';
import {
  createCredentialEndpoint,
  listCredentialsEndpoint,
  removeCredentialEndpoint,
  saveCredentialEndpoint,
} from './credentials/credentials';
import { getConfigEndpoint, putConfigEndpoint } from './config/config';
import {
  countConversationsEndpoint,
  getConversationEndpoint,
  listConversationsEndpoint,
  listMessagesEndpoint,
  markReadEndpoint,
} from './conversations/conversations';
import { getTurnEndpoint } from './conversations/get-turn';
import { setPriorityEndpoint } from './conversations/priority';
import { startFlowEndpoint } from './conversations/start-flow';
import { transferEndpoint } from './conversations/transfer';
import { listInternalContactsEndpoint, releaseInternalContactEndpoint } from './contacts/internal-contacts';
import {
  extendEndpoint,
  replyEndpoint,
  resolveEndpoint,
  returnToAiEndpoint,
  takeOverEndpoint,
} from './conversations/orders';
import { adminStuckEndpoint, listStuckEndpoint } from './conversations/stuck';
import {
  createFormEndpoint,
  getFormEndpoint,
  listFormsEndpoint,
  listSubmissionsEndpoint,
  removeFormEndpoint,
  saveFormEndpoint,
} from './forms/forms';
import { fileEndpoints } from './files/files';
import { getKnowledgeEndpoint, putKnowledgeEndpoint } from './knowledge/knowledge';
import { searchKnowledgeEndpoint } from './knowledge/search';
import { mediaEndpoints } from './media/media';
import { changePasswordEndpoint } from './me/change-password';
import { getMeEndpoint } from './me/get-me';
import { organizationEndpoints } from './organizations/organization';
import { getGroupsEndpoint, putGroupsEndpoint } from './whatsapp/groups';
import { chatwootEndpoints } from './integrations/chatwoot';
import { tagEndpoints } from './tags/tags';
import { createTeamEndpoint, listTeamsEndpoint, removeTeamEndpoint, saveTeamEndpoint } from './teams/teams';
import { listUsersEndpoint } from './users/list-users';
import { workloadEndpoint } from './workload/workload';
import {
  createInstanceEndpoint,
  instanceQrCodeEndpoint,
  instanceStatusEndpoint,
  listInstancesEndpoint,
  removeInstanceEndpoint,
} from './whatsapp/instances';

interface EndpointOptions {
  production: boolean;
  /** Where attempts are counted; left out, in this process. */
  limits?: Limits;
  /** Who has a dashboard open; left out, nobody. */
  presence?: Presence;
}

/** Every endpoint there is: what is not listed here is neither served nor documented. */
export function allEndpoints(options: EndpointOptions): Endpoint[] {
  const { production, limits = createMemoryLimits(), presence = createPresence() } = options;
  return [
    loginEndpoint(createLoginGuard(limits)),
    refreshEndpoint,
    logoutEndpoint,
    getMeEndpoint,
    ...organizationEndpoints,
    getAboutEndpoint,
    changePasswordEndpoint,
    getConfigEndpoint,
    putConfigEndpoint(production),
    getKnowledgeEndpoint,
    putKnowledgeEndpoint,
    searchKnowledgeEndpoint,
    createInstanceEndpoint,
    listInstancesEndpoint,
    instanceStatusEndpoint,
    instanceQrCodeEndpoint,
    removeInstanceEndpoint,
    getGroupsEndpoint,
    putGroupsEndpoint,
    listConversationsEndpoint,
    countConversationsEndpoint,
    // Before {id}, which would take the word for an id.
    listStuckEndpoint,
    getConversationEndpoint,
    listMessagesEndpoint,
    replyEndpoint,
    markReadEndpoint,
    takeOverEndpoint,
    returnToAiEndpoint,
    resolveEndpoint,
    transferEndpoint,
    setPriorityEndpoint,
    startFlowEndpoint,
    extendEndpoint,
    getTurnEndpoint,
    listContactsEndpoint,
    getContactEndpoint,
    mergeContactEndpoint,
    undoMergeEndpoint,
    patchContactTagsEndpoint,
    putContactTagsEndpoint,
    patchContactFieldsEndpoint,
    putContactFieldsEndpoint,
    ...chatwootEndpoints,
    ...tagEndpoints,
    adminStuckEndpoint,
    getAlertsEndpoint,
    putAlertsEndpoint(production),
    listUsersEndpoint,
    workloadEndpoint(presence),
    listTeamsEndpoint,
    createTeamEndpoint,
    saveTeamEndpoint,
    removeTeamEndpoint,
    listAgentsEndpoint,
    createAgentEndpoint,
    saveAgentEndpoint,
    removeAgentEndpoint,
    listInternalContactsEndpoint,
    releaseInternalContactEndpoint,
    listFormsEndpoint,
    getFormEndpoint,
    createFormEndpoint,
    saveFormEndpoint,
    removeFormEndpoint,
    listSubmissionsEndpoint,
    listCredentialsEndpoint,
    createCredentialEndpoint,
    saveCredentialEndpoint,
    removeCredentialEndpoint,
    ...mediaEndpoints,
    ...fileEndpoints,
    ...automationEndpoints(limits),
  ];
}
