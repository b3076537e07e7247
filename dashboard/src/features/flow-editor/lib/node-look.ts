import {
  ArrowRightLeft,
  Bot,
  Braces,
  CalendarClock,
  CircleHelp,
  CircleStop,
  Clock,
  CornerUpLeft,
  FileInput,
  FlaskConical,
  GitBranch,
  Globe,
  Hourglass,
  Image,
  LibraryBig,
  List,
  ListChecks,
  ListTree,
  type LucideIcon,
  Mail,
  MessageSquareReply,
  MessageSquareText,
  MessagesSquare,
  Move,
  PenLine,
  Puzzle,
  Repeat,
  RotateCcw,
  Route,
  ScanText,
  SquareMousePointer,
  Store,
  Tag,
  Tags,
  UserPlus,
  UserRound,
  Webhook,
  Workflow,
} from 'lucide-react';

export type Look = 'trigger' | 'message' | 'logic' | 'ai' | 'people' | 'systems';

interface NodeLook {
  icon: LucideIcon;
  look: Look;
}

export const LOOKS: Readonly<Record<string, NodeLook>> = {
  message_received: { icon: MessagesSquare, look: 'trigger' },
  schedule: { icon: CalendarClock, look: 'trigger' },
  inbound_webhook: { icon: Webhook, look: 'trigger' },
  conversation_state_changed: { icon: ArrowRightLeft, look: 'trigger' },
  contact_created: { icon: UserPlus, look: 'trigger' },
  tag_added: { icon: Tag, look: 'trigger' },
  form_submitted: { icon: FileInput, look: 'trigger' },
  condition: { icon: GitBranch, look: 'logic' },
  switch: { icon: ListTree, look: 'logic' },
  wait: { icon: Clock, look: 'logic' },
  wait_reply: { icon: MessageSquareReply, look: 'logic' },
  wait_external: { icon: Hourglass, look: 'systems' },
  loop: { icon: RotateCcw, look: 'logic' },
  goto: { icon: CornerUpLeft, look: 'logic' },
  for_each: { icon: Repeat, look: 'logic' },
  parallel: { icon: Route, look: 'logic' },
  set_variable: { icon: Braces, look: 'logic' },
  ab_split: { icon: FlaskConical, look: 'logic' },
  business_hours: { icon: Store, look: 'logic' },
  placeholder: { icon: Puzzle, look: 'logic' },
  send_text: { icon: MessageSquareText, look: 'message' },
  send_media: { icon: Image, look: 'message' },
  send_buttons: { icon: SquareMousePointer, look: 'message' },
  send_list: { icon: List, look: 'message' },
  ask: { icon: CircleHelp, look: 'message' },
  ai_generate: { icon: PenLine, look: 'ai' },
  ai_classify: { icon: Tags, look: 'ai' },
  ai_extract: { icon: ScanText, look: 'ai' },
  rag_answer: { icon: LibraryBig, look: 'ai' },
  http_request: { icon: Globe, look: 'systems' },
  send_email: { icon: Mail, look: 'systems' },
  handoff_human: { icon: UserRound, look: 'people' },
  transfer: { icon: Move, look: 'people' },
  start_subflow: { icon: Workflow, look: 'systems' },
  end: { icon: CircleStop, look: 'logic' },
  transform: { icon: ListChecks, look: 'logic' },
  respond_webhook: { icon: Webhook, look: 'systems' },
};

const UNKNOWN: NodeLook = { icon: Bot, look: 'logic' };

export function lookOf(kind: string): NodeLook {
  return LOOKS[kind] ?? UNKNOWN;
}

/** The colour only repeats icon and words. */
export const LOOK_CLASS: Record<Look, { text: string; band: string; chip: string }> = {
  trigger: { text: 'text-accent-text', band: 'bg-accent-text', chip: 'bg-accent-text/15' },
  message: { text: 'text-teal', band: 'bg-teal', chip: 'bg-teal/15' },
  logic: { text: 'text-warning', band: 'bg-warning', chip: 'bg-warning/15' },
  ai: { text: 'text-primary-text', band: 'bg-primary-text', chip: 'bg-primary-text/15' },
  people: { text: 'text-accent-text', band: 'bg-accent-text', chip: 'bg-accent-text/15' },
  systems: { text: 'text-info', band: 'bg-info', chip: 'bg-info/15' },
};
