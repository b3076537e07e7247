// Made by `npm run openapi`; do not edit.
export interface paths {
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description Gives an access token, and a refresh token in an httpOnly cookie. After too many wrong passwords it answers 429 with Retry-After.
         */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continue a session
         * @description Spends the refresh cookie and sets the next one. A cookie that was spent before ends the session.
         */
        post: operations["postAuthRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session
         * @description Revokes the refresh cookie and its whole chain. Fine without one.
         */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business one works for */
        get: operations["getOrganizationsMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the language of the business
         * @description Holds for what is written from now on.
         */
        patch: operations["patchOrganizationsMe"];
        trace?: never;
    };
    "/api/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which version this is, and who helps */
        get: operations["getAbout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password
         * @description Ends every session of this user, this one included, once its access token has expired.
         */
        put: operations["putMePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the AI talks and waits */
        get: operations["getConfig"];
        /**
         * Change how the AI talks and waits
         * @description Takes effect with the next event of each conversation; clocks that run keep their time.
         */
        put: operations["putConfig"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The knowledge text and its indexing */
        get: operations["getKnowledge"];
        /**
         * Save the knowledge text and index it
         * @description Answers before the indexing is done; the text before it answers customers until then.
         */
        put: operations["putKnowledge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the AI would find for a question */
        get: operations["getKnowledgeSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers of this account */
        get: operations["getWhatsappInstances"];
        put?: never;
        /**
         * Register a number
         * @description Makes an instance at Evolution API. Pair it with the code of …/qrcode.
         */
        post: operations["postWhatsappInstances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/instances/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a number is connected
         * @description Asks Evolution; while it does not answer, tells the last known state.
         */
        get: operations["getWhatsappInstancesIdStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/instances/{id}/qrcode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The code to pair a number with
         * @description 409 when the number is connected already. All null while Evolution prepares a code: ask again.
         */
        get: operations["getWhatsappInstancesIdQrcode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect and remove a number
         * @description Its conversations stay readable.
         */
        delete: operations["deleteWhatsappInstancesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/instances/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which groups are let in */
        get: operations["getWhatsappInstancesIdGroups"];
        /**
         * Let groups in, or none
         * @description An allowed group is a conversation in the inbox. In mode `mention` the AI answers who mentions or quotes the number; in mode `off` it reads along. Without allowed groups all are ignored, as it begins.
         */
        put: operations["putWhatsappInstancesIdGroups"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations, newest message first
         * @description Those that wait for a person (state AGUARDANDO_HUMANO) by priority, then the longest wait first.
         */
        get: operations["getConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open conversations by state */
        get: operations["getConversationsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations that wait for too long
         * @description Ids, states and ages, the oldest first.
         */
        get: operations["getConversationsStuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation */
        get: operations["getConversationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The timeline, oldest first
         * @description The first page is the newest; nextCursor leads to older ones.
         */
        get: operations["getConversationsIdMessages"];
        put?: never;
        /**
         * Write to the customer as a person
         * @description Takes the conversation over: no AI message starts after this has answered. With an Idempotency-Key header, the same call again returns the same message.
         */
        post: operations["postConversationsIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read */
        post: operations["postConversationsIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a conversation over from the AI
         * @description No AI message starts after this has answered.
         */
        post: operations["postConversationsIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/return-to-ai": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a conversation back to the AI */
        post: operations["postConversationsIdReturnToAi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a conversation as resolved
         * @description The AI is in charge of the next message, which opens it again.
         */
        post: operations["postConversationsIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a conversation to somebody else
         * @description To a person, a team, a WhatsApp number or group, the AI stops and the customer waits for a person (oneself: one has it); to an agent, that agent answers what is open. Notices are templates with {{contact.name}}, {{summary}} and {{link}}. With an Idempotency-Key header, the same call again is the same transfer. A number it is transferred to becomes a colleague’s: what it writes is stored and never answered by the AI.
         */
        post: operations["postConversationsIdTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how soon a person should look
         * @description Rules may raise it later and never lower it.
         */
        put: operations["putConversationsIdPriority"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an automation in this conversation
         * @description Its published version, by its first trigger. The header `Idempotency-Key` makes repeating it harmless: the same key is the same run.
         */
        post: operations["postConversationsIdFlows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the team more time before the AI comes back
         * @description Counted from the deadline that runs; it may lie at most 20 days from now.
         */
        post: operations["postConversationsIdExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/turns/{turnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why something was said
         * @description Prompt, passages with scores, the model’s raw answer, confidence, tokens, cost, latency, decision.
         */
        get: operations["getConversationsIdTurnsTurnId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who have written, the newest first */
        get: operations["getContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person, with every name a provider has for them */
        get: operations["getContactsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Two contacts are one person
         * @description Identities and conversations go to the contact `into`; where both have a conversation on a number, that of `into` has all messages then. No message is lost and none is answered twice. Can be undone.
         */
        post: operations["postContactsIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Part two contacts again
         * @description What the merge moved goes back; what was written since stays with the contact that was left.
         */
        post: operations["postContactsMergesIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a contact these tags and no others
         * @description Automations that wait for a tag begin for each one that is new.
         */
        put: operations["putContactsIdTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Put tags on a contact, and take tags off it
         * @description What is not named stays, so changes at the same time never undo each other. Automations that wait for a tag begin for each one that is new.
         */
        patch: operations["patchContactsIdTags"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a contact these fields and no others
         * @description Names of lower-case letters, digits and underscores; texts, numbers, yes or no, lists and objects. At most 50 fields, 16 KB together.
         */
        put: operations["putContactsIdFields"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set some of a contact’s fields
         * @description What is not named stays. Names of lower-case letters, digits and underscores; texts, numbers, yes or no, lists and objects. At most 50 fields, 16 KB together.
         */
        patch: operations["patchContactsIdFields"];
        trace?: never;
    };
    "/api/v1/integrations/chatwoot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Chatwoot that conversations are kept the same with */
        get: operations["getIntegrationsChatwoot"];
        /**
         * Connect a Chatwoot, or give its connection another token
         * @description Each number becomes an API inbox there, made when its first conversation comes. What was said before is not copied.
         */
        put: operations["putIntegrationsChatwoot"];
        post?: never;
        /** End the connection to Chatwoot; what stands there stays */
        delete: operations["deleteIntegrationsChatwoot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags by name, with how many contacts have each */
        get: operations["getTags"];
        put?: never;
        /** A new tag */
        post: operations["postTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a tag, on every contact that has it */
        put: operations["putTagsId"];
        post?: never;
        /** Remove a tag, from every contact too */
        delete: operations["deleteTagsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations of all tenants that wait for too long
         * @description For operators: ids, states and ages, no words, names or numbers. See docs/runbooks/stuck-conversations.md.
         */
        get: operations["getAdminConversationsStuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/config/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the team is alerted to customers who wait */
        get: operations["getConfigAlerts"];
        /**
         * Change when the team is alerted
         * @description For waiting periods that begin from now on.
         */
        put: operations["putConfigAlerts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of this account, by name */
        get: operations["getUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has how much to do right now: people, teams and agents */
        get: operations["getWorkload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams with their members, by name */
        get: operations["getTeams"];
        put?: never;
        /** A new team */
        post: operations["postTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a team and who belongs to it */
        put: operations["putTeamsId"];
        post?: never;
        /**
         * Remove a team
         * @description What was transferred to it goes on waiting, for everybody.
         */
        delete: operations["deleteTeamsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AI agents, the default one first */
        get: operations["getAgents"];
        put?: never;
        /** A new agent */
        post: operations["postAgents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an agent
         * @description Applies from the next turn on. The default agent’s tone and threshold are changed in /config, too.
         */
        put: operations["putAgentsId"];
        post?: never;
        /**
         * Remove an agent
         * @description Its conversations go on with the default agent, which cannot be removed.
         */
        delete: operations["deleteAgentsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Colleagues who are reached by WhatsApp
         * @description Numbers and groups that conversations were transferred to: what they write is stored and never answered by the AI.
         */
        get: operations["getInternalContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal-contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make a colleague’s number a customer’s again */
        delete: operations["deleteInternalContactsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public forms by name, with how often each was sent */
        get: operations["getForms"];
        put?: never;
        /**
         * A new public form
         * @description With a phone field, what is sent belongs to the contact of that phone, who is made if unknown.
         */
        post: operations["postForms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A public form */
        get: operations["getFormsId"];
        /** Change a form; its address stays */
        put: operations["putFormsId"];
        post?: never;
        /** Remove a form and all that was sent with it */
        delete: operations["deleteFormsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent with a form, the newest first */
        get: operations["getFormsIdSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Secrets with which automations call other systems, by name; without the secrets */
        get: operations["getCredentials"];
        put?: never;
        /** A new credential */
        post: operations["postCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a credential
         * @description Without `secret` it keeps the one it has; type, name of the key and new hosts need the secret again.
         */
        put: operations["putCredentialsId"];
        post?: never;
        /**
         * Remove a credential
         * @description Refused while a published automation, or one that still runs, refers to it.
         */
        delete: operations["deleteCredentialsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a file that a customer sent
         * @description The id is the message’s. Takes Range. Pictures, sound and film come as what their bytes are, to be shown in their place; all else is for saving.
         */
        get: operations["getMediaId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An address for players and pictures
         * @description It opens this file without a session, for some minutes.
         */
        get: operations["getMediaIdLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same bytes, opened by a link
         * @description The key comes from /link and is for this file alone. The id is the message’s. Takes Range. Pictures, sound and film come as what their bytes are, to be shown in their place; all else is for saving.
         */
        get: operations["getMediaIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company’s own files, newest first, and what each is used by */
        get: operations["getFiles"];
        put?: never;
        /**
         * Keep a file for automations to send
         * @description The body is the file itself, as `application/octet-stream`: 16 MB at most, 5 MB of a picture. What it is, is read from its bytes.
         */
        post: operations["postFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a file
         * @description Takes Range. Pictures, sound and film come as what they are, to be shown in their place; documents are for saving.
         */
        get: operations["getFilesId"];
        put?: never;
        post?: never;
        /** Remove a file that no published automation sends */
        delete: operations["deleteFilesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An address for players and pictures
         * @description It opens this file without a session, for some minutes.
         */
        get: operations["getFilesIdLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same bytes, opened by a link
         * @description The key comes from /link and is for this file alone. Takes Range. Pictures, sound and film come as what they are, to be shown in their place; documents are for saving.
         */
        get: operations["getFilesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Automations, the last changed first */
        get: operations["getAutomations"];
        put?: never;
        /** A new automation: empty, or from a template */
        post: operations["postAutomations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of node: what it does, its ways out, the schema of its settings */
        get: operations["getAutomationsCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drawings to begin with, by niche */
        get: operations["getAutomationsTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an exported automation, or a Typebot, as a new draft
         * @description With `dryRun` nothing is saved: the report says what would come of it. Every block is counted once: mapped, approximated or unmapped.
         */
        post: operations["postAutomationsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of all automations, the last begun first
         * @description An automation or a contact that is not there, or of somebody else, has none.
         */
        get: operations["getAutomationsRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run: what stands at each node, and all it went through
         * @description What went in and out of nodes is left out for attendants (`redacted`).
         */
        get: operations["getAutomationsRunsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a run to end; one that is over stays as it is */
        post: operations["postAutomationsRunsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a run that is over once more, on the published version
         * @description From its trigger, with its payload or another; or from the node at which it failed, in its own version, with all that it knew. The header `Idempotency-Key` is kept to.
         */
        post: operations["postAutomationsRunsIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An automation with its draft, what is wrong in it, and who is editing it */
        get: operations["getAutomationsId"];
        /**
         * Save the draft, or a new name
         * @description A draft may be half done; what it leaves out (format, places, titles, ids of edges, notes, variables) is filled in: `{id, kind, settings}` is a node, `{from, handle, to}` an edge. Read too are `type` for `kind`, `data` or `config` for `settings`, and `source`, `sourceHandle`, `target`. With a draft comes the `revision` it was made from: when somebody saved since, the answer is 409 `draft_changed`, and nothing is overwritten.
         */
        put: operations["putAutomationsId"];
        post?: never;
        /**
         * Remove an automation, its versions and the records of its runs
         * @description While runs are under way the answer is 409 `runs_in_flight`; with `force` they are cancelled.
         */
        delete: operations["deleteAutomationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A copy of its draft */
        post: operations["postAutomationsIdDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin editing, or go on with it: for 60 seconds
         * @description While somebody else is editing the answer is 409 `flow_locked`; `force` takes over.
         */
        post: operations["postAutomationsIdLock"];
        /** End one's own editing */
        delete: operations["deleteAutomationsIdLock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft as a version that begins runs from now on
         * @description A draft with errors is refused with 422 `flow_invalid` and its `problems`. One that does the same as the newest version answers that version.
         */
        post: operations["postAutomationsIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it back: nothing begins any more; runs under way go on */
        post: operations["postAutomationsIdUnpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin no runs for now; runs under way go on */
        post: operations["postAutomationsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin runs again */
        post: operations["postAutomationsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published versions, the newest first, with how many runs stand on each */
        get: operations["getAutomationsIdVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its drawing */
        get: operations["getAutomationsIdVersionsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions, or a version and the draft */
        get: operations["getAutomationsIdDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version the draft again */
        post: operations["postAutomationsIdVersionsNumberRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft, or a version, as a file without secrets and ids */
        get: operations["getAutomationsIdExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try it out: nothing leaves, and nothing is saved
         * @description Runs on the real interpreter; AI, HTTP and the like give canned answers, or those in `mocks` by node. With `ai: real` (for managers) the model is asked, 60 times in five minutes at most, and its tokens are on the account. `advanceMs` is time that may pass: used where a message comes and nobody listens yet, and after the last one.
         */
        post: operations["postAutomationsIdSimulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/simulate/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the model for one block of a trial
         * @description What a simulation in the browser needs while its AI is real: the block’s settings, filled in, as they stand in the editor. Tokens are on the account; nothing else happens. At most 60 in five minutes.
         */
        post: operations["postAutomationsIdSimulateAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, the last begun first */
        get: operations["getAutomationsIdRuns"];
        put?: never;
        /**
         * Begin a run of the published version
         * @description The header `Idempotency-Key` makes repeating it harmless: the same key is the same run.
         */
        post: operations["postAutomationsIdRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/fleet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many runs stand at each node now, by version */
        get: operations["getAutomationsIdFleet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What failed in the last seven days, by hour, kind of error and node */
        get: operations["getAutomationsIdFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/runs/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move parked runs of older versions to the published one
         * @description Those of which every standing node is still there and of the same kind; the others stay.
         */
        post: operations["postAutomationsIdRunsMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What its last run was given, and what each node gave last, in short
         * @description To try words on: texts of 500 characters, lists of 20 elements, 64,000 characters in all. Empty for attendants (`redacted`).
         */
        get: operations["getAutomationsIdSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457; `code` is stable, title and detail are in the caller’s language (Accept-Language) */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "validation_failed" | "malformed_json" | "body_too_large" | "knowledge_too_long" | "deadline_too_far" | "wrong_current_password" | "flow_invalid" | "invalid_credentials" | "token_missing" | "token_invalid" | "session_ended" | "webhook_refused" | "role_forbidden" | "origin_forbidden" | "tenant_inactive" | "not_found" | "route_not_found" | "address_used" | "idempotency_conflict" | "not_with_team" | "channel_already_connected" | "contact_merged" | "contact_changed" | "conversation_merged" | "merge_not_undoable" | "name_taken" | "default_agent" | "draft_changed" | "flow_locked" | "runs_in_flight" | "not_published" | "flow_paused" | "run_not_over" | "credential_in_use" | "file_in_use" | "too_many_attempts" | "provider_rejected" | "number_not_on_whatsapp" | "provider_unavailable" | "engine_unavailable" | "database_unavailable" | "webhook_undecided" | "overloaded" | "internal";
            requestId: string;
            errors?: {
                path: string;
                message: string;
            }[];
            /** @description flow_invalid: everything found in the automation */
            problems?: {
                code: string;
                /** @enum {string} */
                severity: "error" | "warning" | "hint";
                nodeId: string | null;
                message: string;
            }[];
            /** @description draft_changed, contact_changed, flow_locked: what stands */
            current?: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Bearer token for the Authorization header */
                        accessToken: string;
                        /** @description Seconds the access token lives */
                        expiresIn: number;
                        user: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "SUPER_ADMIN" | "ORG_ADMIN" | "ORG_MANAGER" | "ORG_AGENT";
                        };
                        tenant: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAuthRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Bearer token for the Authorization header */
                        accessToken: string;
                        /** @description Seconds the access token lives */
                        expiresIn: number;
                        user: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "SUPER_ADMIN" | "ORG_ADMIN" | "ORG_MANAGER" | "ORG_AGENT";
                        };
                        tenant: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            phone: string | null;
                            /** @enum {string} */
                            role: "SUPER_ADMIN" | "ORG_ADMIN" | "ORG_MANAGER" | "ORG_AGENT";
                        };
                        tenant: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            status: string;
                            locale: string;
                            timeZone: string;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganizationsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        status: string;
                        /**
                         * @description Of mails to the team, summaries of conversations, and what is noted in a Chatwoot
                         * @enum {string}
                         */
                        locale: "pt-BR" | "en" | "es";
                        /** @description IANA; changed with the opening hours */
                        timeZone: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOrganizationsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Of mails to the team, summaries of conversations, and what is noted in a Chatwoot
                     * @enum {string}
                     */
                    locale: "pt-BR" | "en" | "es";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        status: string;
                        /**
                         * @description Of mails to the team, summaries of conversations, and what is noted in a Chatwoot
                         * @enum {string}
                         */
                        locale: "pt-BR" | "en" | "es";
                        /** @description IANA; changed with the opening hours */
                        timeZone: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAbout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        support: {
                            /**
                             * Format: email
                             * @description SUPPORT_EMAIL
                             */
                            email: string | null;
                            /**
                             * Format: uri
                             * @description SUPPORT_URL
                             */
                            url: string | null;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        tone: "formal" | "casual" | "technical";
                        messages: {
                            /** @description Opens the first answer to a new customer; empty: none */
                            greeting: string;
                            /** @description When the AI hands over to a person */
                            fallback: string;
                            /** @description When an answer takes longer than 20 seconds; empty: none */
                            waiting: string;
                            /** @description When the AI comes back by the clock */
                            humanReturn: string;
                            /** @description Before it, when no person ever came */
                            unanswered: string;
                            /** @description When nobody is there; {{opensAt}} and {{business}} are filled in; empty: the fallback */
                            outOfHours: string;
                            /** @description When a conversation ends by quiet; {{business}} is filled in; empty: none */
                            closing: string;
                        };
                        /** @description Below it the AI hands over */
                        confidenceThreshold: number;
                        timing: {
                            /** @description Quiet time before an answer, milliseconds; 0: at once */
                            debounceMs: number;
                            /** @description The longest a burst holds its answer back */
                            debounceMaxMs: number;
                            /** @description Without a person for this long, the AI comes back */
                            humanReturnMs: number;
                            /** @description A quiet conversation ends its workflow run */
                            idleCloseMs: number;
                            /** @description Older customer messages are handed to a person instead of answered; 0: none are too old */
                            backlogMaxAgeMs: number;
                        };
                        /** @description Left out of a change, it stays as it is */
                        pace?: {
                            /** @description How fast the AI types between balloons; 0: no pause */
                            charactersPerSecond: number;
                            /** @description The longest pause before a balloon, milliseconds */
                            pauseMaxMs: number;
                            /** @description The longest a customer who is typing holds an answer back, milliseconds; 0: never */
                            customerTypingMaxMs: number;
                            /** @description Messages a minute that one number sends by itself, once its burst is spent; 0: no limit */
                            sendPerMinute: number;
                            /** @description Messages that one number sends at once */
                            sendBurst: number;
                        };
                        hours: {
                            /** @description IANA; of all that this business shows */
                            timeZone: string;
                            /** @description When people are there, several a day; day 0 is Sunday; one that closes at or before it opens runs into the next day; empty: always */
                            weekly: {
                                day: number;
                                opens: string;
                                closes: string;
                            }[];
                            /** @description Days unlike their weekday; closed where open is empty */
                            extraDates: {
                                /** Format: date */
                                date: string;
                                name: string;
                                open: {
                                    opens: string;
                                    closes: string;
                                }[];
                            }[];
                            /** @description National holidays of Brazil are closed */
                            holidays: boolean;
                            /** @description Carnival and Corpus Christi too */
                            optionalHolidays: boolean;
                            /** @description The AI answers while it is closed */
                            aiAnswers: boolean;
                            /**
                             * @description Where it does not: what customers write waits for the opening, or goes to people
                             * @enum {string}
                             */
                            whileClosed: "wait" | "handover";
                            /** @description humanReturnMs counts open time only */
                            returnInOpenHours: boolean;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    tone: "formal" | "casual" | "technical";
                    /** @description Below it the AI hands over */
                    confidenceThreshold: number;
                    /** @description Left out of a change, it stays as it is */
                    pace?: {
                        /** @description How fast the AI types between balloons; 0: no pause */
                        charactersPerSecond: number;
                        /** @description The longest pause before a balloon, milliseconds */
                        pauseMaxMs: number;
                        /** @description The longest a customer who is typing holds an answer back, milliseconds; 0: never */
                        customerTypingMaxMs: number;
                        /** @description Messages a minute that one number sends by itself, once its burst is spent; 0: no limit */
                        sendPerMinute: number;
                        /** @description Messages that one number sends at once */
                        sendBurst: number;
                    };
                    messages: {
                        /** @description Opens the first answer to a new customer; empty: none */
                        greeting: string;
                        /** @description When the AI hands over to a person */
                        fallback: string;
                        /** @description When an answer takes longer than 20 seconds; empty: none */
                        waiting: string;
                        /** @description When the AI comes back by the clock */
                        humanReturn: string;
                        /** @description Before it, when no person ever came */
                        unanswered: string;
                        /** @description When nobody is there; {{opensAt}} and {{business}} are filled in; empty: the fallback */
                        outOfHours?: string;
                        /** @description When a conversation ends by quiet; {{business}} is filled in; empty: none */
                        closing?: string;
                    };
                    timing: {
                        /** @description Quiet time before an answer, milliseconds; 0: at once */
                        debounceMs: number;
                        /** @description The longest a burst holds its answer back */
                        debounceMaxMs: number;
                        /** @description Without a person for this long, the AI comes back */
                        humanReturnMs: number;
                        /** @description A quiet conversation ends its workflow run */
                        idleCloseMs: number;
                        /** @description Older customer messages are handed to a person instead of answered; 0: none are too old */
                        backlogMaxAgeMs?: number;
                    };
                    hours?: {
                        /** @description IANA; of all that this business shows */
                        timeZone?: string;
                        /** @description When people are there, several a day; day 0 is Sunday; one that closes at or before it opens runs into the next day; empty: always */
                        weekly?: {
                            day: number;
                            opens: string;
                            closes: string;
                        }[];
                        /** @description Days unlike their weekday; closed where open is empty */
                        extraDates?: {
                            /** Format: date */
                            date: string;
                            name: string;
                            open: {
                                opens: string;
                                closes: string;
                            }[];
                        }[];
                        /** @description National holidays of Brazil are closed */
                        holidays?: boolean;
                        /** @description Carnival and Corpus Christi too */
                        optionalHolidays?: boolean;
                        /** @description The AI answers while it is closed */
                        aiAnswers?: boolean;
                        /**
                         * @description Where it does not: what customers write waits for the opening, or goes to people
                         * @enum {string}
                         */
                        whileClosed?: "wait" | "handover";
                        /** @description humanReturnMs counts open time only */
                        returnInOpenHours?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        tone: "formal" | "casual" | "technical";
                        messages: {
                            /** @description Opens the first answer to a new customer; empty: none */
                            greeting: string;
                            /** @description When the AI hands over to a person */
                            fallback: string;
                            /** @description When an answer takes longer than 20 seconds; empty: none */
                            waiting: string;
                            /** @description When the AI comes back by the clock */
                            humanReturn: string;
                            /** @description Before it, when no person ever came */
                            unanswered: string;
                            /** @description When nobody is there; {{opensAt}} and {{business}} are filled in; empty: the fallback */
                            outOfHours: string;
                            /** @description When a conversation ends by quiet; {{business}} is filled in; empty: none */
                            closing: string;
                        };
                        /** @description Below it the AI hands over */
                        confidenceThreshold: number;
                        timing: {
                            /** @description Quiet time before an answer, milliseconds; 0: at once */
                            debounceMs: number;
                            /** @description The longest a burst holds its answer back */
                            debounceMaxMs: number;
                            /** @description Without a person for this long, the AI comes back */
                            humanReturnMs: number;
                            /** @description A quiet conversation ends its workflow run */
                            idleCloseMs: number;
                            /** @description Older customer messages are handed to a person instead of answered; 0: none are too old */
                            backlogMaxAgeMs: number;
                        };
                        /** @description Left out of a change, it stays as it is */
                        pace?: {
                            /** @description How fast the AI types between balloons; 0: no pause */
                            charactersPerSecond: number;
                            /** @description The longest pause before a balloon, milliseconds */
                            pauseMaxMs: number;
                            /** @description The longest a customer who is typing holds an answer back, milliseconds; 0: never */
                            customerTypingMaxMs: number;
                            /** @description Messages a minute that one number sends by itself, once its burst is spent; 0: no limit */
                            sendPerMinute: number;
                            /** @description Messages that one number sends at once */
                            sendBurst: number;
                        };
                        hours: {
                            /** @description IANA; of all that this business shows */
                            timeZone: string;
                            /** @description When people are there, several a day; day 0 is Sunday; one that closes at or before it opens runs into the next day; empty: always */
                            weekly: {
                                day: number;
                                opens: string;
                                closes: string;
                            }[];
                            /** @description Days unlike their weekday; closed where open is empty */
                            extraDates: {
                                /** Format: date */
                                date: string;
                                name: string;
                                open: {
                                    opens: string;
                                    closes: string;
                                }[];
                            }[];
                            /** @description National holidays of Brazil are closed */
                            holidays: boolean;
                            /** @description Carnival and Corpus Christi too */
                            optionalHolidays: boolean;
                            /** @description The AI answers while it is closed */
                            aiAnswers: boolean;
                            /**
                             * @description Where it does not: what customers write waits for the opening, or goes to people
                             * @enum {string}
                             */
                            whileClosed: "wait" | "handover";
                            /** @description humanReturnMs counts open time only */
                            returnInOpenHours: boolean;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description What flows name it by; null before the first text
                         */
                        documentId: string | null;
                        text: string;
                        characters: number;
                        /** @description Characters the text may have */
                        limit: number;
                        /** @enum {string} */
                        status: "empty" | "indexing" | "indexed" | "failed";
                        /**
                         * @description What the indexing does right now
                         * @enum {string|null}
                         */
                        phase: "pending" | "chunking" | "embedding" | null;
                        chunks: number;
                        /** @description Chunks indexed so far */
                        chunksDone: number;
                        /** @description Why the indexing failed; the text before it goes on answering */
                        error: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        updatedAt: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description What flows name it by; null before the first text
                         */
                        documentId: string | null;
                        text: string;
                        characters: number;
                        /** @description Characters the text may have */
                        limit: number;
                        /** @enum {string} */
                        status: "empty" | "indexing" | "indexed" | "failed";
                        /**
                         * @description What the indexing does right now
                         * @enum {string|null}
                         */
                        phase: "pending" | "chunking" | "embedding" | null;
                        chunks: number;
                        /** @description Chunks indexed so far */
                        chunksDone: number;
                        /** @description Why the indexing failed; the text before it goes on answering */
                        error: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        updatedAt: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKnowledgeSearch: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description text: by words alone, until what another model has indexed is indexed anew
                         * @enum {string}
                         */
                        retrieval: "hybrid" | "text";
                        items: {
                            text: string;
                            /** @description 0 to 1: 0.75 × similarity + 0.25 × coverage */
                            score: number;
                            /** @description Cosine of the embeddings */
                            similarity: number;
                            /** @description Share of the question’s words that the passage holds */
                            coverage: number;
                            document: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWhatsappInstances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description open: connected; refused: too many codes expired, begin again
                             * @enum {string}
                             */
                            status: "created" | "connecting" | "open" | "close" | "refused";
                            statusReason: string | null;
                            /** @description The connected number, digits with country code */
                            phone: string | null;
                            profileName: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            connectedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            lastEventAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWhatsappInstances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /**
                         * @description open: connected; refused: too many codes expired, begin again
                         * @enum {string}
                         */
                        status: "created" | "connecting" | "open" | "close" | "refused";
                        statusReason: string | null;
                        /** @description The connected number, digits with country code */
                        phone: string | null;
                        profileName: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        connectedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastEventAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWhatsappInstancesIdStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /**
                         * @description open: connected; refused: too many codes expired, begin again
                         * @enum {string}
                         */
                        status: "created" | "connecting" | "open" | "close" | "refused";
                        statusReason: string | null;
                        /** @description The connected number, digits with country code */
                        phone: string | null;
                        profileName: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        connectedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastEventAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWhatsappInstancesIdQrcode: {
        parameters: {
            query?: {
                /** @description The phone to pair, with country code: a pairing code comes too */
                number?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description PNG as a data URI */
                        qrcode: string | null;
                        /** @description What the picture says */
                        code: string | null;
                        pairingCode: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWhatsappInstancesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWhatsappInstancesIdGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "off" | "mention";
                        allowed: {
                            jid: string;
                            name: string;
                        }[];
                        /** @description The groups the number is in; null while WhatsApp cannot be asked */
                        available: {
                            jid: string;
                            name: string;
                            /** @description How many people are in it; null when WhatsApp does not tell */
                            members: number | null;
                        }[] | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putWhatsappInstancesIdGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    mode: "off" | "mention";
                    allowed: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "off" | "mention";
                        allowed: {
                            jid: string;
                            name: string;
                        }[];
                        /** @description The groups the number is in; null while WhatsApp cannot be asked */
                        available: {
                            jid: string;
                            name: string;
                            /** @description How many people are in it; null when WhatsApp does not tell */
                            members: number | null;
                        }[] | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                state?: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                resolved?: "true" | "false";
                /** @description Those of the caller, or of a team of theirs */
                assigned?: "me";
                /** @description Words in names, phones and messages */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "person" | "group";
                            /**
                             * Format: uuid
                             * @description The conversation that has its messages now
                             */
                            mergedIntoId: string | null;
                            /** @enum {string} */
                            state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            stateSince: string;
                            /**
                             * Format: date-time
                             * @description When the AI comes back by itself
                             */
                            humanDeadline: string | null;
                            handoffReason: string | null;
                            /** @description Why a person took it over, in that person’s words; assignedUser is who */
                            stateReason: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            resolvedAt: string | null;
                            unread: number;
                            /** @description The customer wrote something nobody has answered */
                            unanswered: boolean;
                            /** @description Place of the customer’s newest message; 0: none. For `uptoSeq` of orders */
                            inboundSeq: number;
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                phone: string | null;
                            };
                            channel: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description The other side is a colleague: stored, never answered by the AI */
                            internal: boolean;
                            assignedUser: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            assignedTeam: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description The agent that answers when the AI does; null: the default one */
                            agent: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            priority: "normal" | "high" | "urgent";
                            /** @description What the team should know, written at the hand-over */
                            handoffSummary: string | null;
                            /** @description How often the team was alerted in this waiting period: 0, 1 or 2 */
                            alertLevel: number;
                            lastMessage: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                author: "customer" | "ai" | "human" | "system";
                                kind: string;
                                text: string;
                                status: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        IA_ATIVA: number;
                        AGUARDANDO_HUMANO: number;
                        HUMANO_RESPONDEU: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsStuck: {
        parameters: {
            query?: {
                /** @description Milliseconds; the setting STUCK_AFTER_MS when left out */
                olderThanMs?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        olderThanMs: number;
                        items: {
                            /** Format: uuid */
                            tenantId: string;
                            /** Format: uuid */
                            conversationId: string;
                            /** @description Its workflow in the Temporal UI */
                            workflowId: string;
                            /** @enum {string} */
                            state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                            /** @description Place of the newest customer message */
                            newestSeq: number;
                            /**
                             * Format: date-time
                             * @description Of the oldest customer message that nobody has answered
                             */
                            waitingSince: string;
                            ageMs: number;
                            /** @description Its workflow was told of that message */
                            accepted: boolean;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person" | "group";
                        /**
                         * Format: uuid
                         * @description The conversation that has its messages now
                         */
                        mergedIntoId: string | null;
                        /** @enum {string} */
                        state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        stateSince: string;
                        /**
                         * Format: date-time
                         * @description When the AI comes back by itself
                         */
                        humanDeadline: string | null;
                        handoffReason: string | null;
                        /** @description Why a person took it over, in that person’s words; assignedUser is who */
                        stateReason: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        resolvedAt: string | null;
                        unread: number;
                        /** @description The customer wrote something nobody has answered */
                        unanswered: boolean;
                        /** @description Place of the customer’s newest message; 0: none. For `uptoSeq` of orders */
                        inboundSeq: number;
                        contact: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                        };
                        channel: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description The other side is a colleague: stored, never answered by the AI */
                        internal: boolean;
                        assignedUser: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        assignedTeam: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description The agent that answers when the AI does; null: the default one */
                        agent: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @enum {string} */
                        priority: "normal" | "high" | "urgent";
                        /** @description What the team should know, written at the hand-over */
                        handoffSummary: string | null;
                        /** @description How often the team was alerted in this waiting period: 0, 1 or 2 */
                        alertLevel: number;
                        lastMessage: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            author: "customer" | "ai" | "human" | "system";
                            kind: string;
                            text: string;
                            status: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                        } | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsIdMessages: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Place in the timeline, gapless */
                            seq: number;
                            /** @enum {string} */
                            author: "customer" | "ai" | "human" | "system";
                            kind: string;
                            text: string;
                            /** @description What the kind needs beside the text */
                            payload: {
                                [key: string]: unknown;
                            } | null;
                            /** @description The file it carries, by the message’s id under /api/v1/media */
                            media: {
                                /** @enum {string} */
                                status: "pending" | "stored" | "failed" | "removed";
                                /** @enum {string|null} */
                                problem: "too_large" | "expired" | "broken" | "unavailable" | "silent" | "not_understood" | null;
                                /** @description Read from the bytes */
                                mimetype: string | null;
                                fileName: string | null;
                                bytes: number | null;
                                seconds: number | null;
                                /** @description What was said in a recording, or what a picture shows */
                                words: string | null;
                                /** @description Nothing more will happen to it */
                                settled: boolean;
                            } | null;
                            /** @description received, pending, sending, uncertain, sent, delivered, read, played, failed, none */
                            status: string;
                            /** Format: uuid */
                            turnId: string | null;
                            turn: {
                                confidence: number | null;
                                sources: number;
                            } | null;
                            /** @description Who wrote it in the dashboard */
                            user: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Why it was sent to the customer */
                            cause: {
                                /** @enum {string} */
                                type: "turn";
                                /** Format: uuid */
                                turnId: string;
                            } | {
                                /** @enum {string} */
                                type: "notice";
                                /** @description fallback, humanReturn, unanswered, waiting, … */
                                notice: string | null;
                                /** @description What sends it */
                                rule: string | null;
                                /** @description Where its text is set */
                                setting: string | null;
                            } | {
                                /** @enum {string} */
                                type: "flow";
                                /** Format: uuid */
                                flowId: string;
                                /** Format: uuid */
                                runId: string;
                                /** @description The node that said it */
                                nodeId: string;
                                /** @description Of the automation; null when it is gone */
                                name: string | null;
                            } | {
                                /** @enum {string} */
                                type: "person";
                                /** @enum {string} */
                                via: "dashboard" | "phone" | "chatwoot";
                                /** @description Who wrote it elsewhere, as they are called there */
                                by: string | null;
                            } | null;
                            /** @description What the provider said when it did not leave */
                            problem: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            editedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            deletedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Place in the timeline, gapless */
                        seq: number;
                        /** @enum {string} */
                        author: "customer" | "ai" | "human" | "system";
                        kind: string;
                        text: string;
                        /** @description What the kind needs beside the text */
                        payload: {
                            [key: string]: unknown;
                        } | null;
                        /** @description The file it carries, by the message’s id under /api/v1/media */
                        media: {
                            /** @enum {string} */
                            status: "pending" | "stored" | "failed" | "removed";
                            /** @enum {string|null} */
                            problem: "too_large" | "expired" | "broken" | "unavailable" | "silent" | "not_understood" | null;
                            /** @description Read from the bytes */
                            mimetype: string | null;
                            fileName: string | null;
                            bytes: number | null;
                            seconds: number | null;
                            /** @description What was said in a recording, or what a picture shows */
                            words: string | null;
                            /** @description Nothing more will happen to it */
                            settled: boolean;
                        } | null;
                        /** @description received, pending, sending, uncertain, sent, delivered, read, played, failed, none */
                        status: string;
                        /** Format: uuid */
                        turnId: string | null;
                        turn: {
                            confidence: number | null;
                            sources: number;
                        } | null;
                        /** @description Who wrote it in the dashboard */
                        user: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description Why it was sent to the customer */
                        cause: {
                            /** @enum {string} */
                            type: "turn";
                            /** Format: uuid */
                            turnId: string;
                        } | {
                            /** @enum {string} */
                            type: "notice";
                            /** @description fallback, humanReturn, unanswered, waiting, … */
                            notice: string | null;
                            /** @description What sends it */
                            rule: string | null;
                            /** @description Where its text is set */
                            setting: string | null;
                        } | {
                            /** @enum {string} */
                            type: "flow";
                            /** Format: uuid */
                            flowId: string;
                            /** Format: uuid */
                            runId: string;
                            /** @description The node that said it */
                            nodeId: string;
                            /** @description Of the automation; null when it is gone */
                            name: string | null;
                        } | {
                            /** @enum {string} */
                            type: "person";
                            /** @enum {string} */
                            via: "dashboard" | "phone" | "chatwoot";
                            /** @description Who wrote it elsewhere, as they are called there */
                            by: string | null;
                        } | null;
                        /** @description What the provider said when it did not leave */
                        problem: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        editedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        deletedAt: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdTakeOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Why, for the team; the customer never sees it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdReturnToAi: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Answer what the customer wrote since the last reply
                     * @default false
                     */
                    answerPending?: boolean;
                    /** @description What the person knew of: `inboundSeq` as it was shown. What came after it stays open, and is the AI’s. Absent: all */
                    uptoSeq?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What the person knew of: `inboundSeq` as it was shown. What came after it stays open, and is the AI’s. Absent: all */
                    uptoSeq?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    to: {
                        /** @enum {string} */
                        type: "user" | "team" | "agent";
                        /** Format: uuid */
                        id: string;
                    } | {
                        /** @enum {string} */
                        type: "number";
                        /** @description With country code; whatever is no digit is ignored */
                        address: string;
                        /** @description What the timeline calls it */
                        name?: string;
                    } | {
                        /** @enum {string} */
                        type: "group";
                        /** @description The group’s JID: digits@g.us */
                        address: string;
                        /** @description What the timeline calls it */
                        name?: string;
                    };
                    /** @description For whoever continues: in their mail, or as the message to number or group */
                    notice?: string;
                    /** @description For the customer; nothing is said without */
                    customerNotice?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putConversationsIdPriority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    priority: "normal" | "high" | "urgent";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdFlows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    automationId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        runId: string;
                        /** @description False: this key had begun it before */
                        began: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsIdExtend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Milliseconds; an hour unless said otherwise
                     * @default 3600000
                     */
                    ms?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        humanDeadline: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsIdTurnsTurnId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                turnId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        decision: "answered" | "handover" | "silenced" | "stale" | "fenced" | "interrupted" | "summary" | "intent";
                        reason: string | null;
                        confidence: number | null;
                        promptTokens: number;
                        completionTokens: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        trace: {
                            prompt: {
                                role: string;
                                content: string;
                            }[];
                            passages: {
                                id: string;
                                text: string;
                                document: string;
                                score: number;
                                similarity: number;
                                coverage: number;
                            }[];
                            /**
                             * @description How passages were looked for; text: by words alone, another model had made the vectors
                             * @default null
                             * @enum {string|null}
                             */
                            retrieval: "hybrid" | "text" | null;
                            raw: string | null;
                            confidence: {
                                value: number;
                                retrieval: number;
                                support: number;
                            } | null;
                            threshold: number;
                            model: string | null;
                            /** @description Millionths of a US dollar at list price */
                            costMicros: number | null;
                            /** @description Milliseconds */
                            latency: {
                                search: number;
                                model: number;
                            };
                            attempt: number;
                            problem: string | null;
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContacts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description Words of a name, or digits of a number */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContactsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        /**
                         * Format: uuid
                         * @description The contact that has its identities now
                         */
                        mergedIntoId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        tags: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            color: string;
                        }[];
                        fields: {
                            [key: string]: unknown;
                        };
                        /** @description Raised by every change of tags or fields, whoever makes it */
                        revision: number;
                        identities: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "phone" | "lid" | "bsuid" | "username" | "group";
                            value: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                        }[];
                        /** @description Contacts merged into this one, the newest first: the order to undo them in */
                        merges: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description provider: one message named both
                             * @enum {string}
                             */
                            cause: "provider" | "person";
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            };
                            user: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContactsIdMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The contact that is left
                     */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        mergeId: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContactsMergesIdUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putContactsIdTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tagIds: string[];
                    /** @description Of the contact that was read. When somebody changed it since, the answer is 409 `contact_changed`; left out, their change is written over */
                    revision?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            color: string;
                        }[];
                        /** @description Raised by every change of tags or fields, whoever makes it */
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchContactsIdTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default [] */
                    add?: string[];
                    /** @default [] */
                    remove?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            color: string;
                        }[];
                        /** @description Raised by every change of tags or fields, whoever makes it */
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putContactsIdFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fields: {
                        [key: string]: unknown;
                    };
                    /** @description Of the contact that was read. When somebody changed it since, the answer is 409 `contact_changed`; left out, their change is written over */
                    revision?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            [key: string]: unknown;
                        };
                        /** @description Raised by every change of tags or fields, whoever makes it */
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchContactsIdFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description By name; null takes a field away */
                    set: {
                        [key: string]: unknown;
                    };
                    /** @description What was read of them, null where there was none. When one has another value by now, the answer is 409 `contact_changed` and nothing is saved */
                    seen?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            [key: string]: unknown;
                        };
                        /** @description Raised by every change of tags or fields, whoever makes it */
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIntegrationsChatwoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: none is connected */
                        connection: {
                            baseUrl: string;
                            accountId: number;
                            accountName: string;
                            /**
                             * @description refused: the token is not taken any more; give another one
                             * @enum {string}
                             */
                            status: "active" | "refused";
                            problem: string | null;
                            /** @description Told at once what happens there; false: looked for once a minute */
                            hears: boolean;
                            /** @description What it tells is signed: since Chatwoot 4.11.2 */
                            signed: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            connectedAt: string;
                            /**
                             * Format: date-time
                             * @description When it told us something last
                             */
                            heardAt: string | null;
                            conversations: {
                                /** @description That stand there */
                                synced: number;
                                /** @description Of which Chatwoot took something not, last */
                                refused: number;
                            };
                        } | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIntegrationsChatwoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description Where Chatwoot is, without /app
                     */
                    baseUrl: string;
                    /** @description The number in its address: /app/accounts/1 */
                    accountId: number;
                    /** @description Of an administrator there; may be left out when only reconnecting the same account */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: none is connected */
                        connection: {
                            baseUrl: string;
                            accountId: number;
                            accountName: string;
                            /**
                             * @description refused: the token is not taken any more; give another one
                             * @enum {string}
                             */
                            status: "active" | "refused";
                            problem: string | null;
                            /** @description Told at once what happens there; false: looked for once a minute */
                            hears: boolean;
                            /** @description What it tells is signed: since Chatwoot 4.11.2 */
                            signed: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            connectedAt: string;
                            /**
                             * Format: date-time
                             * @description When it told us something last
                             */
                            heardAt: string | null;
                            conversations: {
                                /** @description That stand there */
                                synced: number;
                                /** @description Of which Chatwoot took something not, last */
                                refused: number;
                            };
                        } | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIntegrationsChatwoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            color: string;
                            contacts: number;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description #rrggbb
                     * @default #64748b
                     */
                    color?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        color: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTagsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description #rrggbb
                     * @default #64748b
                     */
                    color?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        color: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTagsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminConversationsStuck: {
        parameters: {
            query?: {
                /** @description Milliseconds; the setting STUCK_AFTER_MS when left out */
                olderThanMs?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        olderThanMs: number;
                        items: {
                            /** Format: uuid */
                            tenantId: string;
                            /** Format: uuid */
                            conversationId: string;
                            /** @description Its workflow in the Temporal UI */
                            workflowId: string;
                            /** @enum {string} */
                            state: "IA_ATIVA" | "AGUARDANDO_HUMANO" | "HUMANO_RESPONDEU";
                            /** @description Place of the newest customer message */
                            newestSeq: number;
                            /**
                             * Format: date-time
                             * @description Of the oldest customer message that nobody has answered
                             */
                            waitingSince: string;
                            ageMs: number;
                            /** @description Its workflow was told of that message */
                            accepted: boolean;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfigAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A customer who waits this long for a person is an alert, and again at four times it; 0: none */
                        waitingMs: 0 | number;
                        /** @description By e-mail, too */
                        email: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putConfigAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description A customer who waits this long for a person is an alert, and again at four times it; 0: none */
                    waitingMs: 0 | number;
                    /** @description By e-mail, too */
                    email: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A customer who waits this long for a person is an alert, and again at four times it; 0: none */
                        waitingMs: 0 | number;
                        /** @description By e-mail, too */
                        email: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "SUPER_ADMIN" | "ORG_ADMIN" | "ORG_MANAGER" | "ORG_AGENT";
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queue: {
                            /** @description Customers who wait for a person */
                            waiting: number;
                            /** @description Conversations in which a person has the word */
                            responding: number;
                            /** @description Of those two: the customer wrote last */
                            unanswered: number;
                            /**
                             * Format: date-time
                             * @description Of the longest wait
                             */
                            waitingSince: string | null;
                            /** @description Of those who wait */
                            urgent: number;
                            /** @description Of those who wait: the team was alerted */
                            alerted: number;
                            /** @description Of those who wait: given to nobody and no team */
                            unassigned: number;
                        };
                        people: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "SUPER_ADMIN" | "ORG_ADMIN" | "ORG_MANAGER" | "ORG_AGENT";
                            /** @description Has the dashboard open */
                            online: boolean;
                            /** @description Customers who wait for a person */
                            waiting: number;
                            /** @description Conversations in which a person has the word */
                            responding: number;
                            /** @description Of those two: the customer wrote last */
                            unanswered: number;
                            /**
                             * Format: date-time
                             * @description Of the longest wait
                             */
                            waitingSince: string | null;
                            /** @description Messages written in the dashboard in 24 hours */
                            replies: number;
                        }[];
                        teams: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            members: number;
                            /** @description Customers who wait for a person */
                            waiting: number;
                            /** @description Conversations in which a person has the word */
                            responding: number;
                            /** @description Of those two: the customer wrote last */
                            unanswered: number;
                            /**
                             * Format: date-time
                             * @description Of the longest wait
                             */
                            waitingSince: string | null;
                        }[];
                        agents: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            isDefault: boolean;
                            /** @description Conversations it answers that had a message in 24 hours */
                            active: number;
                            /** @description Answers in 24 hours */
                            answered: number;
                            /** @description Hand-overs to a person in 24 hours */
                            handedOver: number;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            members: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @description People of this account */
                    memberIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        members: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTeamsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @description People of this account */
                    memberIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        members: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTeamsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            tone: "formal" | "casual" | "technical";
                            /**
                             * @description What it is told beside the rules
                             * @default
                             */
                            instructions: string;
                            /**
                             * @description Below it this agent hands over; null: the tenant’s
                             * @default null
                             */
                            confidenceThreshold: number | null;
                            /** @description Answers where no other does; its tone and threshold are those of /config */
                            isDefault: boolean;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    tone: "formal" | "casual" | "technical";
                    /**
                     * @description What it is told beside the rules
                     * @default
                     */
                    instructions?: string;
                    /**
                     * @description Below it this agent hands over; null: the tenant’s
                     * @default null
                     */
                    confidenceThreshold?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        tone: "formal" | "casual" | "technical";
                        /**
                         * @description What it is told beside the rules
                         * @default
                         */
                        instructions: string;
                        /**
                         * @description Below it this agent hands over; null: the tenant’s
                         * @default null
                         */
                        confidenceThreshold: number | null;
                        /** @description Answers where no other does; its tone and threshold are those of /config */
                        isDefault: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAgentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    tone: "formal" | "casual" | "technical";
                    /**
                     * @description What it is told beside the rules
                     * @default
                     */
                    instructions?: string;
                    /**
                     * @description Below it this agent hands over; null: the tenant’s
                     * @default null
                     */
                    confidenceThreshold?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        tone: "formal" | "casual" | "technical";
                        /**
                         * @description What it is told beside the rules
                         * @default
                         */
                        instructions: string;
                        /**
                         * @description Below it this agent hands over; null: the tenant’s
                         * @default null
                         */
                        confidenceThreshold: number | null;
                        /** @description Answers where no other does; its tone and threshold are those of /config */
                        isDefault: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAgentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInternalContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                            /** @description A group’s JID */
                            group: string | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInternalContactsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @default  */
                            intro: string;
                            fields: {
                                key: string;
                                /** @enum {string} */
                                type: "text" | "long_text" | "number" | "phone" | "email" | "cpf" | "date" | "choice" | "checkbox";
                                label: string;
                                /** @default  */
                                help: string;
                                /** @default false */
                                required: boolean;
                                /** @default [] */
                                choices: string[];
                                /** @default false */
                                consent: boolean;
                                /** @default null */
                                saveAs: "name" | {
                                    field: string;
                                } | null;
                            }[];
                            /** @default Recebemos sua resposta. Obrigado! */
                            thanks: string;
                            color: string;
                            /**
                             * @description A closed one takes nothing
                             * @default true
                             */
                            open: boolean;
                            /** @description Where anybody can fill it in */
                            url: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            submissions: number;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    intro?: string;
                    fields: {
                        key: string;
                        /** @enum {string} */
                        type: "text" | "long_text" | "number" | "phone" | "email" | "cpf" | "date" | "choice" | "checkbox";
                        label: string;
                        /** @default  */
                        help?: string;
                        /** @default false */
                        required?: boolean;
                        /** @default [] */
                        choices?: string[];
                        /** @default false */
                        consent?: boolean;
                        /** @default null */
                        saveAs?: "name" | {
                            field: string;
                        } | null;
                    }[];
                    /** @default Recebemos sua resposta. Obrigado! */
                    thanks?: string;
                    /**
                     * @description #rrggbb
                     * @default #2563eb
                     */
                    color?: string;
                    /**
                     * @description A closed one takes nothing
                     * @default true
                     */
                    open?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @default  */
                        intro: string;
                        fields: {
                            key: string;
                            /** @enum {string} */
                            type: "text" | "long_text" | "number" | "phone" | "email" | "cpf" | "date" | "choice" | "checkbox";
                            label: string;
                            /** @default  */
                            help: string;
                            /** @default false */
                            required: boolean;
                            /** @default [] */
                            choices: string[];
                            /** @default false */
                            consent: boolean;
                            /** @default null */
                            saveAs: "name" | {
                                field: string;
                            } | null;
                        }[];
                        /** @default Recebemos sua resposta. Obrigado! */
                        thanks: string;
                        color: string;
                        /**
                         * @description A closed one takes nothing
                         * @default true
                         */
                        open: boolean;
                        /** @description Where anybody can fill it in */
                        url: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @default  */
                        intro: string;
                        fields: {
                            key: string;
                            /** @enum {string} */
                            type: "text" | "long_text" | "number" | "phone" | "email" | "cpf" | "date" | "choice" | "checkbox";
                            label: string;
                            /** @default  */
                            help: string;
                            /** @default false */
                            required: boolean;
                            /** @default [] */
                            choices: string[];
                            /** @default false */
                            consent: boolean;
                            /** @default null */
                            saveAs: "name" | {
                                field: string;
                            } | null;
                        }[];
                        /** @default Recebemos sua resposta. Obrigado! */
                        thanks: string;
                        color: string;
                        /**
                         * @description A closed one takes nothing
                         * @default true
                         */
                        open: boolean;
                        /** @description Where anybody can fill it in */
                        url: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFormsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    intro?: string;
                    fields: {
                        key: string;
                        /** @enum {string} */
                        type: "text" | "long_text" | "number" | "phone" | "email" | "cpf" | "date" | "choice" | "checkbox";
                        label: string;
                        /** @default  */
                        help?: string;
                        /** @default false */
                        required?: boolean;
                        /** @default [] */
                        choices?: string[];
                        /** @default false */
                        consent?: boolean;
                        /** @default null */
                        saveAs?: "name" | {
                            field: string;
                        } | null;
                    }[];
                    /** @default Recebemos sua resposta. Obrigado! */
                    thanks?: string;
                    /**
                     * @description #rrggbb
                     * @default #2563eb
                     */
                    color?: string;
                    /**
                     * @description A closed one takes nothing
                     * @default true
                     */
                    open?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @default  */
                        intro: string;
                        fields: {
                            key: string;
                            /** @enum {string} */
                            type: "text" | "long_text" | "number" | "phone" | "email" | "cpf" | "date" | "choice" | "checkbox";
                            label: string;
                            /** @default  */
                            help: string;
                            /** @default false */
                            required: boolean;
                            /** @default [] */
                            choices: string[];
                            /** @default false */
                            consent: boolean;
                            /** @default null */
                            saveAs: "name" | {
                                field: string;
                            } | null;
                        }[];
                        /** @default Recebemos sua resposta. Obrigado! */
                        thanks: string;
                        color: string;
                        /**
                         * @description A closed one takes nothing
                         * @default true
                         */
                        open: boolean;
                        /** @description Where anybody can fill it in */
                        url: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFormsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormsIdSubmissions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            contactId: string | null;
                            values: {
                                [key: string]: unknown;
                            };
                            /** @description Word by word */
                            consents: {
                                key: string;
                                text: string;
                            }[];
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            type: "bearer" | "basic" | "header" | "query";
                            hosts: string[];
                            keyName: string | null;
                            /** @description Its last four characters; empty when it is short */
                            secretEnd: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            lastUsedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    type: "bearer" | "basic" | "header" | "query";
                    /** @description Where it may be used: `api.example.com`, `api.example.com:8443`, `*.example.com` */
                    hosts: string[];
                    /**
                     * @description Name of the header or parameter, or the user of `basic`; null for `bearer`
                     * @default null
                     */
                    keyName?: string | null;
                    /** @description Never given back */
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        type: "bearer" | "basic" | "header" | "query";
                        hosts: string[];
                        keyName: string | null;
                        /** @description Its last four characters; empty when it is short */
                        secretEnd: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastUsedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCredentialsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    type: "bearer" | "basic" | "header" | "query";
                    /** @description Where it may be used: `api.example.com`, `api.example.com:8443`, `*.example.com` */
                    hosts: string[];
                    /**
                     * @description Name of the header or parameter, or the user of `basic`; null for `bearer`
                     * @default null
                     */
                    keyName?: string | null;
                    /** @description Never given back */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        type: "bearer" | "basic" | "header" | "query";
                        hosts: string[];
                        keyName: string | null;
                        /** @description Its last four characters; empty when it is short */
                        secretEnd: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastUsedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCredentialsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaIdLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaIdFile: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description What it may be sent as
                             * @enum {string}
                             */
                            kind: "audio" | "image" | "video" | "document";
                            /** @description By its bytes */
                            mimetype: string;
                            bytes: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            /** @description Automations, by name */
                            usedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @description A published version sends it, or one with runs: it cannot be removed. Otherwise the draft does */
                                acts: boolean;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFiles: {
        parameters: {
            query: {
                name: string;
                kind: "audio" | "image" | "video" | "document";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /**
                         * @description What it may be sent as
                         * @enum {string}
                         */
                        kind: "audio" | "image" | "video" | "document";
                        /** @description By its bytes */
                        mimetype: string;
                        bytes: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFilesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesIdLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesIdFile: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description Words of a name or description */
                q?: string;
                /** @description draft: never published, or taken back; paused: begins no runs */
                status?: "draft" | "active" | "paused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            /**
                             * @description draft: never published, or taken back; paused: begins no runs
                             * @enum {string}
                             */
                            status: "draft" | "active" | "paused";
                            published: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            publishedAt: string | null;
                            /** @enum {string|null} */
                            pausedBy: "person" | "failures" | null;
                            revision: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            updatedAt: string;
                            /** @description Kinds of what begins it now */
                            triggers: string[];
                            /** @description Of the last seven days, by status; a status without runs is left out */
                            runs: {
                                queued?: number;
                                running?: number;
                                waiting?: number;
                                ended?: number;
                                failed?: number;
                                cancelled?: number;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    description?: string;
                    templateId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: string;
                            version: number;
                            /** @enum {string} */
                            family: "trigger" | "logic" | "action";
                            name: string;
                            about: string;
                            /** @description It may have the handle `error` */
                            canFail: boolean;
                            /** @enum {string|null} */
                            waitsFor: "reply" | "person" | "time" | "event" | null;
                            /** @description Settings of one just dropped */
                            initial: {
                                [key: string]: unknown;
                            };
                            /** @description Ways out with the initial settings; others come with settings */
                            handles: string[];
                            /** @description What later nodes read, with the initial settings */
                            outputs: {
                                [key: string]: unknown;
                            };
                            /** @description JSON Schema of the settings */
                            schema: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            description: string;
                            niche: string;
                            /** @description What to connect or choose before publishing */
                            connect: string[];
                            document: {
                                format: string;
                                formatVersion: number;
                                name: string;
                                description?: string;
                                nodes: {
                                    id: string;
                                    kind: string;
                                    typeVersion: number;
                                    position: {
                                        x: number;
                                        y: number;
                                    };
                                    title: string;
                                    note?: string;
                                    disabled?: boolean;
                                    timeoutSeconds?: number;
                                    onError?: {
                                        /** @enum {string} */
                                        mode: "stop" | "default" | "branch";
                                        value?: unknown;
                                    };
                                    retries?: number;
                                    settings: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                edges: {
                                    id: string;
                                    from: string;
                                    handle: string;
                                    to: string;
                                }[];
                                notes: {
                                    id: string;
                                    text: string;
                                    position: {
                                        x: number;
                                        y: number;
                                    };
                                    nodeId?: string;
                                    /** @description Nodes of a section, which the text names */
                                    members?: string[];
                                    collapsed?: boolean;
                                }[];
                                variables: {
                                    name: string;
                                    /** @enum {string} */
                                    type: "text" | "number" | "boolean" | "date" | "list" | "object" | "file" | "any";
                                    initial?: unknown;
                                }[];
                            };
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "prosa" | "typebot";
                    document: unknown;
                    name?: string;
                    /** @default false */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        report: {
                            nodes: number;
                            mapped: number;
                            approximated: number;
                            approximations: {
                                name: string;
                                type: string;
                                reason: string;
                            }[];
                            unmapped: {
                                name: string;
                                type: string;
                                reason: string;
                            }[];
                            /** @description What is to be chosen again here */
                            needs: {
                                nodeId: string;
                                field: string;
                                type: string;
                            }[];
                            findings: {
                                code: string;
                                /**
                                 * @description Errors forbid publishing
                                 * @enum {string}
                                 */
                                severity: "error" | "warning" | "hint";
                                nodeId: string | null;
                                edgeId?: string;
                                field?: string;
                                data?: {
                                    [key: string]: string | number;
                                };
                                /** @description In the language of Accept-Language */
                                message: string;
                            }[];
                        };
                        /**
                         * Format: uuid
                         * @description Of the new draft; absent in a dry run
                         */
                        id?: string;
                        name: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsRuns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                status?: "queued" | "running" | "waiting" | "ended" | "failed" | "cancelled";
                contactId?: string;
                /** @description ISO 8601, UTC */
                since?: string;
                /** @description ISO 8601, UTC */
                until?: string;
                /** @description Of this automation */
                flowId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            flow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting" | "ended" | "failed" | "cancelled";
                            version: number;
                            triggerKind: string;
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            } | null;
                            /** Format: uuid */
                            conversationId: string | null;
                            steps: number;
                            failure: {
                                type: string;
                                node?: string;
                            } | null;
                            /** Format: uuid */
                            retryOfId: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            endedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsRunsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        flowId: string;
                        flowName: string;
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting" | "ended" | "failed" | "cancelled";
                        version: number;
                        trigger: {
                            kind: string;
                            node: string;
                        };
                        contact: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        /** Format: uuid */
                        conversationId: string | null;
                        /** Format: uuid */
                        parentRunId: string | null;
                        /** Format: uuid */
                        retryOfId: string | null;
                        steps: number;
                        payload: {
                            [key: string]: unknown;
                        } | null;
                        outputs: {
                            [key: string]: unknown;
                        } | null;
                        failure: {
                            type: string;
                            message?: string;
                            node?: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        startedAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        endedAt: string | null;
                        redacted: boolean;
                        nodes: {
                            [key: string]: {
                                /** @description done, failed, waiting, dropped */
                                status: string;
                                visits: number;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                since: string | null;
                                /**
                                 * Format: date-time
                                 * @description When what it waits for ends by itself
                                 */
                                until: string | null;
                                handle: string | null;
                                error?: unknown;
                            };
                        };
                        trace: {
                            seq: number;
                            nodeId: string;
                            kind: string;
                            status: string;
                            handle: string | null;
                            input?: unknown;
                            output?: unknown;
                            error?: unknown;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            endedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsRunsIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        runId: string;
                        /**
                         * @description When it was asked
                         * @enum {string}
                         */
                        status: "queued" | "running" | "waiting" | "ended" | "failed" | "cancelled";
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsRunsIdRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    payload?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description `failure` takes no payload
                     * @default start
                     * @enum {string}
                     */
                    from?: "start" | "failure";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        runId: string;
                        /** @description False: this key had begun it before */
                        began: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string;
                        /**
                         * @description draft: never published, or taken back; paused: begins no runs
                         * @enum {string}
                         */
                        status: "draft" | "active" | "paused";
                        /** @description Number of the version that begins runs */
                        published: number | null;
                        /** @enum {string|null} */
                        pausedBy: "person" | "failures" | null;
                        /** @description Of the draft; named when it is saved */
                        revision: number;
                        draft: {
                            format: string;
                            formatVersion: number;
                            name: string;
                            description?: string;
                            nodes: {
                                id: string;
                                kind: string;
                                typeVersion: number;
                                position: {
                                    x: number;
                                    y: number;
                                };
                                title: string;
                                note?: string;
                                disabled?: boolean;
                                timeoutSeconds?: number;
                                onError?: {
                                    /** @enum {string} */
                                    mode: "stop" | "default" | "branch";
                                    value?: unknown;
                                };
                                retries?: number;
                                settings: {
                                    [key: string]: unknown;
                                };
                            }[];
                            edges: {
                                id: string;
                                from: string;
                                handle: string;
                                to: string;
                            }[];
                            notes: {
                                id: string;
                                text: string;
                                position: {
                                    x: number;
                                    y: number;
                                };
                                nodeId?: string;
                                /** @description Nodes of a section, which the text names */
                                members?: string[];
                                collapsed?: boolean;
                            }[];
                            variables: {
                                name: string;
                                /** @enum {string} */
                                type: "text" | "number" | "boolean" | "date" | "list" | "object" | "file" | "any";
                                initial?: unknown;
                            }[];
                        };
                        findings: {
                            code: string;
                            /**
                             * @description Errors forbid publishing
                             * @enum {string}
                             */
                            severity: "error" | "warning" | "hint";
                            nodeId: string | null;
                            edgeId?: string;
                            field?: string;
                            data?: {
                                [key: string]: string | number;
                            };
                            /** @description In the language of Accept-Language */
                            message: string;
                        }[];
                        /** @description Who is editing now */
                        lock: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            until: string;
                        } | null;
                        webhooks: {
                            nodeId: string;
                            url: string;
                        }[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAutomationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                    draft?: {
                        [key: string]: unknown;
                    };
                    revision?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string;
                        revision: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        updatedAt: string;
                        findings: {
                            code: string;
                            /**
                             * @description Errors forbid publishing
                             * @enum {string}
                             */
                            severity: "error" | "warning" | "hint";
                            nodeId: string | null;
                            edgeId?: string;
                            field?: string;
                            data?: {
                                [key: string]: string | number;
                            };
                            /** @description In the language of Accept-Language */
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAutomationsId: {
        parameters: {
            query?: {
                force?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    force?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        userId: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        until: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAutomationsIdLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default  */
                    name?: string;
                    /** @default  */
                    note?: string;
                    /**
                     * @description keep: runs under way end on their version; move: those parked where they can go on by the new one; cancel
                     * @default keep
                     * @enum {string}
                     */
                    runs?: "keep" | "move" | "cancel";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @description False: that version was there already */
                        created: boolean;
                        /** @description Against the version before */
                        diff: {
                            added: {
                                id: string;
                                kind: string;
                                typeVersion: number;
                                position: {
                                    x: number;
                                    y: number;
                                };
                                title: string;
                                note?: string;
                                disabled?: boolean;
                                timeoutSeconds?: number;
                                onError?: {
                                    /** @enum {string} */
                                    mode: "stop" | "default" | "branch";
                                    value?: unknown;
                                };
                                retries?: number;
                                settings: {
                                    [key: string]: unknown;
                                };
                            }[];
                            removed: {
                                id: string;
                                kind: string;
                                typeVersion: number;
                                position: {
                                    x: number;
                                    y: number;
                                };
                                title: string;
                                note?: string;
                                disabled?: boolean;
                                timeoutSeconds?: number;
                                onError?: {
                                    /** @enum {string} */
                                    mode: "stop" | "default" | "branch";
                                    value?: unknown;
                                };
                                retries?: number;
                                settings: {
                                    [key: string]: unknown;
                                };
                            }[];
                            changed: {
                                id: string;
                                kind: string;
                                title: string;
                                fields: {
                                    field: string;
                                    before?: unknown;
                                    after?: unknown;
                                }[];
                                moved: boolean;
                            }[];
                            moved: string[];
                            edges: {
                                added: {
                                    id: string;
                                    from: string;
                                    handle: string;
                                    to: string;
                                }[];
                                removed: {
                                    id: string;
                                    from: string;
                                    handle: string;
                                    to: string;
                                }[];
                            };
                            variables: {
                                added: string[];
                                removed: string[];
                                changed: string[];
                            };
                            notes: number;
                        };
                        runsInFlight: number;
                        moved: number;
                        cancelled: number;
                        /** @description Warnings and hints */
                        findings: {
                            code: string;
                            /**
                             * @description Errors forbid publishing
                             * @enum {string}
                             */
                            severity: "error" | "warning" | "hint";
                            nodeId: string | null;
                            edgeId?: string;
                            field?: string;
                            data?: {
                                [key: string]: string | number;
                            };
                            /** @description In the language of Accept-Language */
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdUnpublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description draft: never published, or taken back; paused: begins no runs
                         * @enum {string}
                         */
                        status: "draft" | "active" | "paused";
                        version: number | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description draft: never published, or taken back; paused: begins no runs
                         * @enum {string}
                         */
                        status: "draft" | "active" | "paused";
                        version: number | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description draft: never published, or taken back; paused: begins no runs
                         * @enum {string}
                         */
                        status: "draft" | "active" | "paused";
                        version: number | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: number;
                            name: string;
                            note: string;
                            /** @description The same for versions that do the same */
                            hash: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            publishedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description It begins runs now */
                            live: boolean;
                            runs: {
                                open: number;
                                all: number;
                            };
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdVersionsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
                /** @description Number of the version */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        name: string;
                        note: string;
                        /** @description The same for versions that do the same */
                        hash: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        document: {
                            format: string;
                            formatVersion: number;
                            name: string;
                            description?: string;
                            nodes: {
                                id: string;
                                kind: string;
                                typeVersion: number;
                                position: {
                                    x: number;
                                    y: number;
                                };
                                title: string;
                                note?: string;
                                disabled?: boolean;
                                timeoutSeconds?: number;
                                onError?: {
                                    /** @enum {string} */
                                    mode: "stop" | "default" | "branch";
                                    value?: unknown;
                                };
                                retries?: number;
                                settings: {
                                    [key: string]: unknown;
                                };
                            }[];
                            edges: {
                                id: string;
                                from: string;
                                handle: string;
                                to: string;
                            }[];
                            notes: {
                                id: string;
                                text: string;
                                position: {
                                    x: number;
                                    y: number;
                                };
                                nodeId?: string;
                                /** @description Nodes of a section, which the text names */
                                members?: string[];
                                collapsed?: boolean;
                            }[];
                            variables: {
                                name: string;
                                /** @enum {string} */
                                type: "text" | "number" | "boolean" | "date" | "list" | "object" | "file" | "any";
                                initial?: unknown;
                            }[];
                        };
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdDiff: {
        parameters: {
            query?: {
                /** @description Left out: the published version */
                from?: "draft" | number;
                to?: "draft" | number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: {
                            id: string;
                            kind: string;
                            typeVersion: number;
                            position: {
                                x: number;
                                y: number;
                            };
                            title: string;
                            note?: string;
                            disabled?: boolean;
                            timeoutSeconds?: number;
                            onError?: {
                                /** @enum {string} */
                                mode: "stop" | "default" | "branch";
                                value?: unknown;
                            };
                            retries?: number;
                            settings: {
                                [key: string]: unknown;
                            };
                        }[];
                        removed: {
                            id: string;
                            kind: string;
                            typeVersion: number;
                            position: {
                                x: number;
                                y: number;
                            };
                            title: string;
                            note?: string;
                            disabled?: boolean;
                            timeoutSeconds?: number;
                            onError?: {
                                /** @enum {string} */
                                mode: "stop" | "default" | "branch";
                                value?: unknown;
                            };
                            retries?: number;
                            settings: {
                                [key: string]: unknown;
                            };
                        }[];
                        changed: {
                            id: string;
                            kind: string;
                            title: string;
                            fields: {
                                field: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            moved: boolean;
                        }[];
                        moved: string[];
                        edges: {
                            added: {
                                id: string;
                                from: string;
                                handle: string;
                                to: string;
                            }[];
                            removed: {
                                id: string;
                                from: string;
                                handle: string;
                                to: string;
                            }[];
                        };
                        variables: {
                            added: string[];
                            removed: string[];
                            changed: string[];
                        };
                        notes: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdVersionsNumberRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
                /** @description Number of the version */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdExport: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        format: string;
                        formatVersion: number;
                        name: string;
                        description?: string;
                        nodes: {
                            id: string;
                            kind: string;
                            typeVersion: number;
                            position: {
                                x: number;
                                y: number;
                            };
                            title: string;
                            note?: string;
                            disabled?: boolean;
                            timeoutSeconds?: number;
                            onError?: {
                                /** @enum {string} */
                                mode: "stop" | "default" | "branch";
                                value?: unknown;
                            };
                            retries?: number;
                            settings: {
                                [key: string]: unknown;
                            };
                        }[];
                        edges: {
                            id: string;
                            from: string;
                            handle: string;
                            to: string;
                        }[];
                        notes: {
                            id: string;
                            text: string;
                            position: {
                                x: number;
                                y: number;
                            };
                            nodeId?: string;
                            /** @description Nodes of a section, which the text names */
                            members?: string[];
                            collapsed?: boolean;
                        }[];
                        variables: {
                            name: string;
                            /** @enum {string} */
                            type: "text" | "number" | "boolean" | "date" | "list" | "object" | "file" | "any";
                            initial?: unknown;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdSimulate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default [] */
                    messages?: (string | {
                        text: string;
                    } | {
                        button: string;
                    } | {
                        row: string;
                    } | {
                        audio: string | {
                            /** @default  */
                            texto?: string;
                            /** @default  */
                            nome?: string;
                            /** @default  */
                            url?: string;
                        } | true;
                    } | {
                        image: string | {
                            /** @default  */
                            texto?: string;
                            /** @default  */
                            nome?: string;
                            /** @default  */
                            url?: string;
                        } | true;
                    } | {
                        document: string | {
                            /** @default  */
                            texto?: string;
                            /** @default  */
                            nome?: string;
                            /** @default  */
                            url?: string;
                        } | true;
                    } | {
                        advanceMs: number;
                    } | {
                        nodeId: string;
                        handle: string;
                        output?: {
                            [key: string]: unknown;
                        };
                    })[];
                    /** @default 0 */
                    advanceMs?: number;
                    /** @description Node of the trigger; left out, by the first message */
                    trigger?: string;
                    contact?: {
                        [key: string]: unknown;
                    };
                    /** @description `gatilho` of the run */
                    payload?: {
                        [key: string]: unknown;
                    };
                    /** @default draft */
                    from?: "draft" | number;
                    mocks?: {
                        [key: string]: {
                            handle?: string;
                            output?: {
                                [key: string]: unknown;
                            };
                            error?: {
                                type: string;
                                message: string;
                            };
                        };
                    };
                    /** @description Whether the company is open */
                    open?: boolean;
                    /**
                     * @default canned
                     * @enum {string}
                     */
                    ai?: "canned" | "real";
                    /** @description This node alone, wired or not; `messages`, `trigger`, `contact` and `payload` are not used */
                    node?: {
                        id: string;
                        /**
                         * @description What it finds: `contato`, `gatilho`, `variaveis`, `blocos`, `item`, `erro`, …
                         * @default {}
                         */
                        sees?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ended" | "waiting" | "failed";
                        steps: {
                            nodeId: string;
                            type: string;
                            /** @enum {string} */
                            status: "done" | "waiting" | "failed" | "dropped";
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            input: {
                                [key: string]: unknown;
                            } | null;
                            output: {
                                [key: string]: unknown;
                            };
                            handle: string | null;
                            error: {
                                type: string;
                                message: string;
                            } | null;
                        }[];
                        chat: {
                            /** @enum {string} */
                            from: "flow" | "customer";
                            nodeId: string | null;
                            text: string;
                            options: {
                                key: string;
                                title: string;
                            }[];
                            media: {
                                [key: string]: unknown;
                            } | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                        }[];
                        waitingFor: {
                            nodeId: string;
                            type: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            until: string | null;
                        }[];
                        variables: {
                            [key: string]: unknown;
                        };
                        failure: {
                            type: string;
                            message: string;
                            node: string;
                        } | null;
                        findings: {
                            code: string;
                            /**
                             * @description Errors forbid publishing
                             * @enum {string}
                             */
                            severity: "error" | "warning" | "hint";
                            nodeId: string | null;
                            edgeId?: string;
                            field?: string;
                            data?: {
                                [key: string]: string | number;
                            };
                            /** @description In the language of Accept-Language */
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdSimulateAsk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    nodeId: string;
                    /** @enum {string} */
                    kind: "ai_generate" | "ai_classify" | "ai_extract" | "rag_answer";
                    settings: {
                        [key: string]: unknown;
                    };
                    /** @default {} */
                    contact?: {
                        [key: string]: unknown;
                    };
                    /** @default [] */
                    said?: {
                        /** @enum {string} */
                        from: "flow" | "customer";
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: it failed */
                        handle: string | null;
                        output: {
                            [key: string]: unknown;
                        };
                        error: {
                            type: string;
                            message: string;
                        } | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdRuns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                status?: "queued" | "running" | "waiting" | "ended" | "failed" | "cancelled";
                contactId?: string;
                /** @description ISO 8601, UTC */
                since?: string;
                /** @description ISO 8601, UTC */
                until?: string;
                version?: number;
                /** @description Where somebody of the run stands now */
                node?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            flow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting" | "ended" | "failed" | "cancelled";
                            version: number;
                            triggerKind: string;
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            } | null;
                            /** Format: uuid */
                            conversationId: string | null;
                            steps: number;
                            failure: {
                                type: string;
                                node?: string;
                            } | null;
                            /** Format: uuid */
                            retryOfId: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            endedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description `gatilho` of the run
                     * @default {}
                     */
                    payload?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description Who it is about; it speaks in their last conversation
                     */
                    contactId?: string | null;
                    /** @description Node of the trigger whose way it goes; the first */
                    trigger?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        runId: string;
                        /** @description False: this key had begun it before */
                        began: boolean;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdFleet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            /** @description Null: under way, at no node */
                            nodeId: string | null;
                            runs: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            oldest: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdFailures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            hour: string;
                            type: string | null;
                            nodeId: string | null;
                            count: number;
                            /** Format: uuid */
                            lastRunId: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAutomationsIdRunsMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moved: number;
                        kept: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomationsIdSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: it never ran */
                        run: {
                            /** Format: uuid */
                            runId: string;
                            contactName: string | null;
                            /** @description `gatilho` of the run */
                            payload: {
                                [key: string]: unknown;
                            } | null;
                            /** @description By node */
                            blocks: {
                                [key: string]: unknown;
                            };
                            redacted: boolean;
                        } | null;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
