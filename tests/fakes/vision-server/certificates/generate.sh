#!/bin/sh
# Makes the certificates of the test server anew. TEST KEYS: they protect nothing and are known to everybody.
# Needs openssl 3. Valid for a hundred years, but for the one that has expired.
set -eu
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
touch "$scratch/index"
long="-startdate 20200101000000Z -enddate 21200101000000Z"
local_names="DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"

key() { # name
  echo 'TEST KEY: public, protects nothing' >"$1.key.pem"
  openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 >>"$1.key.pem"
}

# name, subject, issuer, extensions, dates
issue() {
  key "$1"
  openssl req -new -key "$1.key.pem" -subj "/O=Glyphlens tests/CN=$2" -out "$scratch/request.pem"
  printf '[ca]\ndefault_ca=c\n[c]\ndatabase=%s/index\nnew_certs_dir=%s\nrand_serial=yes\nunique_subject=no\ndefault_md=sha256\npolicy=p\n[p]\norganizationName=optional\ncommonName=supplied\n[e]\n%b\n' \
    "$scratch" "$scratch" "$4" >"$scratch/config"
  if [ "$3" = self ]; then issuer="-selfsign -keyfile $1.key.pem"; else issuer="-cert $3.pem -keyfile $3.key.pem"; fi
  # shellcheck disable=SC2086
  openssl ca -batch -notext -config "$scratch/config" -extensions e $issuer $5 -in "$scratch/request.pem" -out "$1.pem"
}

authority='basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash'
leaf() { printf 'basicConstraints=CA:false\nextendedKeyUsage=serverAuth\nsubjectAltName=%s' "$1"; }

issue authority "Test authority" self "$authority" "$long"
issue intermediate "Test intermediate" authority "$authority" "$long"
issue good localhost authority "$(leaf "$local_names")" "$long"
issue self localhost self "$(leaf "$local_names")" "$long"
issue expired localhost authority "$(leaf "$local_names")" "-startdate 20200101000000Z -enddate 20200102000000Z"
issue name wrong.example.test authority "$(leaf DNS:wrong.example.test)" "$long"
# Its intermediate is not sent with it.
issue chain localhost intermediate "$(leaf "$local_names")" "$long"
rm authority.key.pem intermediate.key.pem
