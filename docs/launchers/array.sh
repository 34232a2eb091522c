#!/bin/sh
# One task of an array, on any launcher: of N tasks, task I runs the shards whose number leaves I when divided by N, except
# those that are done. Doing it again, after a crash or by mistake, is harmless.
#
#   array.sh RUN_FOLDER [I N]
#
# Without I and N it asks the environment of Slurm, of a Kubernetes indexed Job (which must set ISNAD_TASKS) or of an AWS
# Batch array. ISNAD names the command when it is not isnad.
set -eu

folder=${1:?'array.sh: give the folder of the run: array.sh RUN_FOLDER [I N]'}
task=${2:-${SLURM_ARRAY_TASK_ID:-${JOB_COMPLETION_INDEX:-${AWS_BATCH_JOB_ARRAY_INDEX:-}}}}
tasks=${3:-${SLURM_ARRAY_TASK_COUNT:-${ISNAD_TASKS:-${AWS_BATCH_JOB_ARRAY_SIZE:-}}}}
: "${task:?'array.sh: no launcher says which task this is; give it: array.sh RUN_FOLDER I N'}"
: "${tasks:?'array.sh: nobody says how many tasks there are; set ISNAD_TASKS, or give it: array.sh RUN_FOLDER I N'}"

missing=$(isnad=${ISNAD:-isnad}; $isnad missing "$folder")
# Every shard is tried; the exit code is not 0 when one failed.
printf '%s\n' "$missing" |
  awk -v task="$task" -v tasks="$tasks" '/^[0-9]+$/ && $1 % tasks == task % tasks' |
  xargs -r -n 1 ${ISNAD:-isnad} run-shard "$folder"
