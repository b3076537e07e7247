#!/bin/sh
# nginx does not start without a certificate, and a certificate authority asks an nginx that runs. So where there is none,
# one is made that proves nothing: browsers warn, everything else works. What is there is never touched.
# CERTIFICATES: the folder. DOMAIN: whom it names.
set -eu
certificates="${CERTIFICATES:-/certificates}"
chain="$certificates/fullchain.pem"
key="$certificates/privkey.pem"

if [ -s "$chain" ] && [ -s "$key" ]; then
  # Its own issuer: nobody vouches for it.
  if [ "$(openssl x509 -in "$chain" -noout -subject_hash)" = "$(openssl x509 -in "$chain" -noout -issuer_hash)" ]; then
    echo "WARNING: the certificate of $DOMAIN is self-signed, and browsers warn of it. Get a real one: docker compose run --rm certbot" >&2
  fi
  exit 0
fi
if [ -s "$chain" ] || [ -s "$key" ]; then
  echo "One of fullchain.pem and privkey.pem is missing in deploy/nginx/certificates; put it there, or remove the other." >&2
  exit 1
fi

umask 077
mkdir -p "$certificates"
# Ten years: a real one is meant to replace it, and an expired one would be one more thing that is wrong.
openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$DOMAIN" -addext "subjectAltName=DNS:$DOMAIN" \
  -keyout "$key.new" -out "$chain.new" 2>/dev/null
# The key first: a start that dies between the two is told above, and never runs with half of each.
mv "$key.new" "$key"
mv "$chain.new" "$chain"
chmod 644 "$chain"
echo "WARNING: made a self-signed certificate for $DOMAIN, and browsers warn of it. Get a real one: docker compose run --rm certbot" >&2
