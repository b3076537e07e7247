import type { components, operations } from './generated';

type Body<O extends keyof operations, S extends number> =
  operations[O]['responses'] extends Record<S, { content: { 'application/json': infer T } }> ? T : never;

/** The API's shapes under the names this page knows them by. */
export type Problem = components['schemas']['Problem'];
export type Session = Body<'postAuthLogin', 200>;
export type BotConfig = Body<'getConfig', 200>;
export type Company = Body<'getOrganizationsMe', 200>;
export type Knowledge = Body<'getKnowledge', 200>;
export type Channel = Body<'getWhatsappInstances', 200>['items'][number];
export type PairingCode = Body<'getWhatsappInstancesIdQrcode', 200>;
export type ConversationPage = Body<'getConversations', 200>;
export type Conversation = ConversationPage['items'][number];
export type MessagePage = Body<'getConversationsIdMessages', 200>;
export type Message = MessagePage['items'][number];
export type Contact = Body<'getContactsId', 200>;
export type ChannelGroups = Body<'getWhatsappInstancesIdGroups', 200>;
export type Priority = Conversation['priority'];
export type TenantUser = Body<'getUsers', 200>['items'][number];
export type Team = Body<'getTeams', 200>['items'][number];
export type Agent = Body<'getAgents', 200>['items'][number];
export type InternalContact = Body<'getInternalContacts', 200>['items'][number];
export type AlertSettings = Body<'getConfigAlerts', 200>;
export type Turn = Body<'getConversationsIdTurnsTurnId', 200>;
export type CompanyFile = Body<'getFiles', 200>['items'][number];
export type Tag = Body<'getTags', 200>['items'][number];
export type Credential = Body<'getCredentials', 200>['items'][number];
export type ChatwootConnection = NonNullable<Body<'getIntegrationsChatwoot', 200>['connection']>;
export type PublicForm = Body<'getForms', 200>['items'][number];
export type Submission = Body<'getFormsIdSubmissions', 200>['items'][number];
