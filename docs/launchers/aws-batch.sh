#!/bin/sh
# A run on AWS Batch, as an array job. Needs a job definition whose image has isnad installed and which mounts a shared file
# system (EFS) at /data; its retry strategy starts killed tasks again.
#
#   isnad run /data/news --out /data/result --plan-only      once, where /data is mounted
#   aws-batch.sh /data/result QUEUE DEFINITION [TASKS]
set -eu

folder=${1:?'aws-batch.sh: give folder, queue and definition: aws-batch.sh RUN_FOLDER QUEUE DEFINITION [TASKS]'}
queue=${2:?'aws-batch.sh: give the job queue: aws-batch.sh RUN_FOLDER QUEUE DEFINITION [TASKS]'}
definition=${3:?'aws-batch.sh: give the job definition: aws-batch.sh RUN_FOLDER QUEUE DEFINITION [TASKS]'}
tasks=${4:-16}

# In the container AWS_BATCH_JOB_ARRAY_INDEX and _SIZE say which of how many tasks this is; array.sh reads them.
exec aws batch submit-job \
  --job-name isnad \
  --job-queue "$queue" \
  --job-definition "$definition" \
  --array-properties "size=$tasks" \
  --retry-strategy attempts=5 \
  --container-overrides "{\"command\":[\"/bin/sh\",\"-c\",\"exec sh \\\"\$(npm root --global)/isnad/docs/launchers/array.sh\\\" '$folder'\"]}"
