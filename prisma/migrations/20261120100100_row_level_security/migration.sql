-- Tenants never meet: every table is closed, and opens only to the tenant named in app.tenant.
--
-- prosa_app     what requests and activities act as: sees one tenant, named for the transaction
-- prosa_system  what few named verbs act as (sign-in, webhook routing, sweeps): sees the tables granted here
--
-- Neither owns a table. Connections assume a role with SET LOCAL ROLE (adapters/postgres/database.ts).

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'prosa_app') THEN
    CREATE ROLE prosa_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'prosa_system') THEN
    CREATE ROLE prosa_system NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  -- The owner may be an ordinary role (managed PostgreSQL); a superuser needs no membership.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT prosa_app, prosa_system TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO prosa_app, prosa_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO prosa_app, prosa_system;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO prosa_app, prosa_system;

-- The tenant of this transaction, or null. Written so that the planner runs it once (an InitPlan), not once a row;
-- after a transaction-local setting the variable reads back as '', hence NULLIF.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.tenant', true), '')::uuid $$;

-- Closes a table and opens it to its tenant's rows. Call it for every new tenant table.
CREATE PROCEDURE enforce_tenant_isolation(table_name regclass, tenant_column name DEFAULT 'tenant_id')
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s TO prosa_app USING (%I = (SELECT current_tenant())) WITH CHECK (%I = (SELECT current_tenant()))',
    table_name, tenant_column, tenant_column);
END $$;

-- Opens a closed table to the system role. Name the verb that needs it beside the call.
CREATE PROCEDURE allow_system(table_name regclass)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY system_access ON %s TO prosa_system USING (true) WITH CHECK (true)', table_name);
END $$;

CALL enforce_tenant_isolation('tenants', 'id');
CALL enforce_tenant_isolation('memberships');
CALL enforce_tenant_isolation('refresh_tokens');
CALL enforce_tenant_isolation('bot_configs');
CALL enforce_tenant_isolation('channels');
CALL enforce_tenant_isolation('contacts');
CALL enforce_tenant_isolation('contact_identities');
CALL enforce_tenant_isolation('conversations');
CALL enforce_tenant_isolation('messages');
CALL enforce_tenant_isolation('turns');
CALL enforce_tenant_isolation('outbox');
CALL enforce_tenant_isolation('documents');
CALL enforce_tenant_isolation('document_revisions');
CALL enforce_tenant_isolation('chunks');

-- A person may belong to several tenants, so users have no tenant_id: a tenant sees its members.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON users TO prosa_app
  USING (EXISTS (SELECT FROM memberships m WHERE m.user_id = users.id AND m.tenant_id = (SELECT current_tenant())));

CALL allow_system('tenants');        -- sign-up, sign-in
CALL allow_system('users');          -- sign-up, sign-in
CALL allow_system('memberships');    -- sign-up, sign-in
CALL allow_system('refresh_tokens'); -- refresh: the tenant is not known before the token is read
CALL allow_system('bot_configs');    -- sign-up
CALL allow_system('channels');       -- webhook routing by key
CALL allow_system('messages');       -- inbox sweep
CALL allow_system('document_revisions'); -- sweep of texts that nobody indexes

-- The migration log is the owner's alone.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON public._prisma_migrations FROM prosa_app, prosa_system;
  END IF;
END $$;
