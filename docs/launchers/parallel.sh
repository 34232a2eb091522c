#!/bin/sh
# A run by GNU parallel, on this machine or on several that it reaches by ssh. A shard that fails is tried three times; what
# a killed run left is done by calling this again.
#
#   isnad run news --out result --plan-only
#   parallel.sh result                                        one job a core
#   parallel.sh /shared/result --sshlogin :,a.example,b.example     on three machines that mount /shared
#
# ISNAD names the command when it is not isnad.
set -eu

folder=${1:?'parallel.sh: give the folder of the run: parallel.sh RUN_FOLDER [OPTIONS OF parallel]'}
shift
isnad=${ISNAD:-isnad}
missing=$($isnad missing "$folder")
[ -n "$missing" ] || exit 0
printf '%s\n' "$missing" | parallel --retries 3 "$@" "$isnad run-shard '$folder' {}"
