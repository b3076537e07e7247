#!/bin/sh
# Makes Temporal's databases and brings their schemas up to date. Safe to run again.
set -eu
for name in temporal temporal_visibility; do
  tool="temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u prosa --db $name"
  $tool create || true
  $tool setup-schema -v 0.0 || true
  folder=$([ "$name" = temporal ] && echo temporal || echo visibility)
  $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$folder/versioned"
done
