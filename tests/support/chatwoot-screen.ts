type Agent = 'bia' | 'caio' | 'prosa';
type Status = 'open' | 'resolved' | 'pending' | 'snoozed';

export interface ScreenConversation {
  id: number;
  status: Status;
  /** The assignee's name. */
  assignee: string | null;
  inbox: { id: number; name: string | null };
  contact: {
    id: number;
    name: string | null;
    phone: string | null;
    email: string | null;
    identifier: string | null;
  };
  sourceId: string;
  priority: string | null;
  labels: string[];
  customAttributes: Record<string, unknown>;
  additionalAttributes: Record<string, unknown>;
  lastActivityAt: string;
}

export interface ScreenMessage {
  id: number;
  type: 'incoming' | 'outgoing' | 'activity' | 'template';
  text: string;
  private: boolean;
  /** The name of who wrote it; null for what only happened. */
  by: string | null;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  externalError: string | null;
  sourceId: string | null;
  inReplyTo: number | null;
  attachments: { file_type: string; data_url: string; file_size: number; fileName: string }[];
  at: string;
}

/** Plays the people in front of Chatwoot's screen, through the sandbox's control routes. */
export class ChatwootScreen {
  constructor(private readonly sandboxUrl: string) {}

  /** @param settings `signs`: whether this Chatwoot is new enough to sign what it sends */
  settings(settings: { signs: boolean }): Promise<unknown> {
    return this.request('PATCH', '', settings);
  }

  async conversations(): Promise<ScreenConversation[]> {
    return (await this.request('GET', '/conversations')) as ScreenConversation[];
  }

  async conversation(id: number): Promise<ScreenConversation & { messages: ScreenMessage[] }> {
    return (await this.request('GET', `/conversations/${id}`)) as ScreenConversation & {
      messages: ScreenMessage[];
    };
  }

  async write(
    id: number,
    message: {
      agent: Agent;
      text?: string;
      private?: boolean;
      attachment?: 'image' | 'audio' | 'document' | 'video';
    },
  ): Promise<ScreenMessage> {
    return (await this.request('POST', `/conversations/${id}/messages`, message)) as ScreenMessage;
  }

  status(id: number, change: { agent: Agent; status: Status; snoozedUntil?: string }): Promise<unknown> {
    return this.request('POST', `/conversations/${id}/status`, change);
  }

  /** With a status both are one save, which is told only as `conversation_updated`. */
  assign(id: number, change: { agent: Agent | null; by?: Agent; status?: Status }): Promise<unknown> {
    return this.request('POST', `/conversations/${id}/assign`, change);
  }

  /** As if somebody deleted it: from now on it is a 404. */
  async remove(id: number): Promise<void> {
    await this.request('DELETE', `/conversations/${id}`);
  }

  /** The last event (of a kind) once more, with the same delivery id; ends when all were answered. */
  resendLast(options: { times: number; parallel: boolean; event?: string }): Promise<unknown> {
    return this.request('POST', '/resend', options);
  }

  /** The next events are lost on the way. */
  async dropNext(count: number): Promise<void> {
    await this.request('POST', '/drop', { next: count });
  }

  private async request(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.sandboxUrl}/control/chatwoot${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /control/chatwoot${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
