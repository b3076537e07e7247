import type { Transaction } from '../../adapters/postgres/database';
import { MAIL_WORDS } from '../../domain/conversation/mail-words';
import { type Locale, localeOf } from '../../domain/locale';
import type { Deps } from '../deps';

/** Who is told of what belongs to nobody in particular; attendants see it in the dashboard. */
const MAILED_ROLES = ['SUPER_ADMIN', 'ORG_ADMIN', 'ORG_MANAGER'];

export interface HandedConversation {
  customer: string;
  tenantName: string;
  /** The tenant's language. */
  locale: Locale;
  summary: string | null;
  state: string;
  /** E-mail addresses. */
  recipients: string[];
}

/**
 * What a mail about a conversation says, and who gets it: whoever it is assigned to, person or team; nobody there,
 * those who lead the tenant.
 *
 * @returns undefined when the conversation is gone
 */
export async function readHandedConversation(
  deps: Pick<Deps, 'db'>,
  input: { tenantId: string; conversationId: string },
): Promise<HandedConversation | undefined> {
  const { tenantId, conversationId } = input;
  return deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.conversation.findFirst({
      where: { tenantId, id: conversationId },
      include: { contact: { select: { name: true } }, tenant: { select: { name: true, locale: true } } },
    });
    if (row === null) return undefined;
    const locale = localeOf(row.tenant.locale);
    return {
      locale,
      customer: row.contact.name ?? MAIL_WORDS[locale].somebody,
      tenantName: row.tenant.name,
      summary: row.handoffSummary,
      state: row.state,
      recipients: await recipientsOf(tx, tenantId, row),
    };
  });
}

async function recipientsOf(
  tx: Transaction,
  tenantId: string,
  row: { assignedUserId: string | null; assignedTeamId: string | null },
): Promise<string[]> {
  const assigned = row.assignedUserId ?? row.assignedTeamId;
  if (assigned !== null) {
    const memberships = await tx.membership.findMany({
      where: {
        tenantId,
        user:
          row.assignedUserId === null
            ? { teams: { some: { tenantId, teamId: assigned } } }
            : { id: assigned },
      },
      include: { user: { select: { email: true } } },
    });
    if (memberships.length > 0) return memberships.map(({ user }) => user.email);
  }
  const leads = await tx.membership.findMany({
    where: { tenantId, role: { in: MAILED_ROLES } },
    include: { user: { select: { email: true } } },
  });
  return leads.map(({ user }) => user.email);
}

export function conversationLink(deps: Pick<Deps, 'env'>, conversationId: string): string {
  return `${deps.env.publicUrl}/conversas/${conversationId}`;
}

/** The lines that every mail about a conversation ends with. */
export function summaryAndLink(
  deps: Pick<Deps, 'env'>,
  conversationId: string,
  { summary, locale }: Pick<HandedConversation, 'summary' | 'locale'>,
): string[] {
  const words = MAIL_WORDS[locale];
  return [
    ...(summary === null ? [] : ['', words.summary, summary]),
    '',
    words.open(conversationLink(deps, conversationId)),
  ];
}
