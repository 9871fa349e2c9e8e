#!/bin/sh
# The roles and the database, as docs/settings.md says; runs once, as the server's superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname="${1:-postgres}" \
  --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" --set=backup="$BACKUP_PASSWORD" <<'SQL'
CREATE ROLE samspil_owner LOGIN PASSWORD :'owner' NOSUPERUSER NOBYPASSRLS;
CREATE ROLE samspil_app LOGIN PASSWORD :'app' NOSUPERUSER NOBYPASSRLS;
CREATE ROLE samspil_backup LOGIN PASSWORD :'backup' NOSUPERUSER BYPASSRLS IN ROLE pg_read_all_data;
CREATE DATABASE samspil OWNER samspil_owner ENCODING 'UTF8';
\connect samspil
ALTER DEFAULT PRIVILEGES FOR ROLE samspil_owner GRANT USAGE ON SCHEMAS TO samspil_app;
ALTER DEFAULT PRIVILEGES FOR ROLE samspil_owner GRANT USAGE ON SEQUENCES TO samspil_app;
ALTER DEFAULT PRIVILEGES FOR ROLE samspil_owner
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO samspil_app;
SQL
