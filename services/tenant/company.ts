import { type Locale, localeOf } from '../../domain/locale';
import type { Deps, TenantContext } from '../deps';

/** What is true of a business as a whole. */
export interface Company {
  id: string;
  name: string;
  status: string;
  /** Of mails to the team, summaries of conversations, and what is noted in a Chatwoot. */
  locale: Locale;
  /** IANA. */
  timeZone: string;
}

type Ctx = Pick<TenantContext, 'tenantId'>;

export function getCompany(deps: Pick<Deps, 'db'>, { tenantId }: Ctx): Promise<Company> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const { id, name, status, locale, timeZone } = await tx.tenant.findUniqueOrThrow({
      where: { id: tenantId },
    });
    return { id, name, status, locale: localeOf(locale), timeZone };
  });
}

/** Holds for what is written from now on: neither a mail nor a summary is written again. */
export async function saveCompany(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Ctx,
  { locale }: { locale: Locale },
): Promise<Company> {
  await deps.db.withTenant(tenantId, (tx) => tx.tenant.update({ where: { id: tenantId }, data: { locale } }));
  return getCompany(deps, { tenantId });
}
