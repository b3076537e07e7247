#!/bin/sh
# Gets a certificate of Let's Encrypt through the nginx that runs, or renews it when it is due, and puts it where nginx
# looks. Safe to run every day; nginx takes it with `docker compose exec nginx nginx -s reload`.
# DOMAIN: whom it names. CERTBOT_EMAIL: who is told when it expires; empty: nobody.
set -eu
if [ -n "${CERTBOT_EMAIL:-}" ]; then contact="--email $CERTBOT_EMAIL"; else contact=--register-unsafely-without-email; fi
# shellcheck disable=SC2086 # two words, or one
certbot certonly --non-interactive --agree-tos $contact --webroot --webroot-path /var/www/acme \
  --domain "$DOMAIN" --cert-name "$DOMAIN" --keep-until-expiring

umask 077
for part in privkey fullchain; do
  cp -L "/etc/letsencrypt/live/$DOMAIN/$part.pem" "/certificates/$part.pem.new"
done
mv /certificates/privkey.pem.new /certificates/privkey.pem
mv /certificates/fullchain.pem.new /certificates/fullchain.pem
