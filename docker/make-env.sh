#!/bin/sh
# Writes .env beside docker-compose.yml with passwords made here, readable by you alone. Never overwrites one.
set -eu
file="$(dirname "$0")/../.env"
if [ -e "$file" ]; then
  echo "$file is there already; left as it is." >&2
  exit 1
fi
umask 077
# Hexadecimal, since the passwords stand in URLs.
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
{
  echo "TOCSIN_MONGODB_ROOT_PASSWORD=$(random)"
  echo "TOCSIN_MONGODB_PASSWORD=$(random)"
  echo "TOCSIN_REDIS_PASSWORD=$(random)"
} >"$file"
echo "$file is written. Keep it; without it the data cannot be opened."
