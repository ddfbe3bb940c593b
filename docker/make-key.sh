#!/bin/sh
# The key file of the replica set: made at the first start, then kept. 999 is `mongodb` in MongoDB's image.
set -eu
if [ ! -s /key/keyfile ]; then
  head -c 567 /dev/urandom | base64 -w 0 >/key/keyfile.new
  mv /key/keyfile.new /key/keyfile
fi
chown 999:999 /key/keyfile
chmod 400 /key/keyfile
