import auth from './auth.json';
import channel from './channel.json';
import common from './common.json';
import config from './config.json';
import conversation from './conversation.json';
import flowEditor from './flow-editor.json';
import flows from './flows.json';
import integrations from './integrations.json';
import knowledge from './knowledge.json';
import profile from './profile.json';
import support from './support.json';
import team from './team.json';
import tutorial from './tutorial.json';

export const texts = {
  auth,
  channel,
  common,
  config,
  conversation,
  'flow-editor': flowEditor,
  flows,
  integrations,
  knowledge,
  profile,
  support,
  team,
  tutorial,
};
