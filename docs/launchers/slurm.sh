#!/bin/sh
#SBATCH --job-name=isnad
#SBATCH --array=0-15
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=12:00:00
#SBATCH --requeue
# A run on a Slurm cluster, as an array of as many tasks as --array says. Input and run folder stand on a disk that every
# node mounts. Slurm does not start a killed task again: submit the same line again, and only what is missing is run.
#
#   isnad run /shared/news --out /shared/result --plan-only
#   sbatch slurm.sh /shared/result
#   isnad status /shared/result
set -eu

folder=${1:?'slurm.sh: give the folder of the run: sbatch slurm.sh RUN_FOLDER'}
# Slurm copies this file before it runs it, so array.sh is looked for in the package.
exec sh "${ISNAD_LAUNCHERS:-$(npm root --global)/isnad/docs/launchers}/array.sh" "$folder"
