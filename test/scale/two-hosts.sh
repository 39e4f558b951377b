#!/usr/bin/env bash
# Annotates over two hosts with GNU parallel and kills one of them in the middle. The result must be complete: each row
# once, in order. Not part of npm test: it installs Debian packages (as root) and takes some minutes.
#   npm run build && bash test/scale/two-hosts.sh [rows]
# The hosts are two SSH servers of this machine, each with a port, keys and process group of its own.
set -euo pipefail
rows=${1:-4000}
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v parallel >/dev/null && command -v sshd >/dev/null && command -v rsync >/dev/null ||
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq parallel openssh-server rsync >/dev/null; }
work=$(mktemp -d)
mkdir -p /run/sshd
declare -A server
finish() {
  for host in "${!server[@]}"; do kill -KILL -- "-${server[$host]}" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

echo "Packing, and installing away from the clone …"
(cd "$root" && npm pack --ignore-scripts --silent --pack-destination "$work" >/dev/null)
npm install --global --silent --prefix "$work/installed" "$work"/saliency-*.tgz
saliency="$work/installed/bin/saliency"

start_host() { # name, port
  ssh-keygen -q -t ed25519 -N '' -f "$work/$1.host"
  cat >"$work/$1.sshd" <<SSHD
Port $2
ListenAddress 127.0.0.1
HostKey $work/$1.host
AuthorizedKeysFile $work/client.pub
StrictModes no
UsePAM no
PidFile none
MaxStartups 100
SSHD
  setsid /usr/sbin/sshd -D -f "$work/$1.sshd" 2>"$work/$1.log" &
  server[$1]=$!
  cat >>"$work/ssh_config" <<SSH
Host $1
  HostName 127.0.0.1
  Port $2
  IdentityFile $work/client
  UserKnownHostsFile /dev/null
  StrictHostKeyChecking no
  LogLevel ERROR
SSH
}
ssh-keygen -q -t ed25519 -N '' -f "$work/client"
start_host one 22101
start_host two 22102
for host in one two; do
  for _ in $(seq 50); do ssh -F "$work/ssh_config" "$host" true 2>/dev/null && break; sleep 0.2; done
done

node -e '
  const texts = ["The plot is thin, but I loved every minute of it.", "等了一个小时，菜是凉的，服务员还爱答不理。", "It was not as good as I had hoped."];
  for (let id = 1; id <= Number(process.argv[1]); id++) console.log(JSON.stringify({ id, text: texts[id % 3].repeat(1 + (id % 9)) }));
' "$rows" >"$work/rows.ndjson"

# All processes of a host are those of its server's session and below: ending them is a power cut.
kill_host() {
  local all=${server[$1]} next=${server[$1]}
  while next=$(pgrep -P "$(tr ' ' ',' <<<"$next")" | tr '\n' ' ' | sed 's/ $//') && [ -n "$next" ]; do all="$all $next"; done
  # shellcheck disable=SC2086
  kill -KILL $all 2>/dev/null || true
}

echo "Annotating $rows rows over two hosts; one of them dies in the middle …"
# In parts, each a file that travels to its host: --pipepart with --retries gives a job that is tried again no input
# (seen with GNU parallel 20221122), which loses rows without an error.
(cd "$work" && split --number=l/16 --numeric-suffixes --suffix-length=4 rows.ndjson part.)
(cd "$work" && printf '%s\n' part.???? |
  exec parallel --will-cite --plain --keep-order --retries 6 --joblog joblog --transferfile {} --cleanup --workdir ... \
    --ssh "ssh -F $work/ssh_config" --sshlogin 1/one,1/two \
    "$saliency annotate {} --from ndjson --explain none --strict" >out.ndjson 2>errors) &
pid=$!
# Some jobs are through, on both hosts: now.
until [ -f "$work/joblog" ] && grep -qP '\tone\t' "$work/joblog" && grep -qP '\ttwo\t' "$work/joblog"; do
  kill -0 $pid 2>/dev/null || { cat "$work/errors"; exit 1; }
  sleep 0.5
done
before=$(($(wc -l <"$work/joblog") - 1))
kill_host two
echo "Host two died after $before jobs."
wait $pid && status=0 || status=$?
cut -f 1,2,4,7 "$work/joblog" | column -t
node -e '
  const rows = require("fs").readFileSync(process.argv[1], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const wanted = Number(process.argv[2]);
  const wrong = rows.findIndex(({ id }, i) => id !== i + 1);
  const without = rows.filter(({ label }) => label === undefined).length;
  console.log(`${rows.length} of ${wanted} rows; first out of order: ${wrong < 0 ? "none" : wrong + 1}; without label: ${without}`);
  process.exit(rows.length === wanted && wrong < 0 && without === 0 ? 0 : 1);
' "$work/out.ndjson" "$rows" || { cat "$work/errors"; exit 1; }
jobs=$(($(wc -l <"$work/joblog") - 1))
[ "$jobs" -gt "$before" ] || { echo "All jobs were through before the host died: take more rows."; exit 1; }
echo "parallel ended with status $status. Passed."
[ "$status" = 0 ]
