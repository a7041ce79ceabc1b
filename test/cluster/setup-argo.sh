#!/usr/bin/env bash
# setup-argo.sh FOLDER: builds Argo's command line from its Go module, as FOLDER/bin/argo. A few minutes, once.
# Needs Go. Modules come from where GOPROXY says. Does nothing when the program is there already.
set -euo pipefail
folder=$(mkdir -p "${1:?usage: setup-argo.sh FOLDER}" && cd "$1" && pwd)
version=v4.0.2
module=github.com/argoproj/argo-workflows/v4
[ -x "$folder/bin/argo" ] && exit 0

cd "$folder"
export CGO_ENABLED=0
source=$(go mod download -json "$module@$version" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
[ -d "$source" ] || { echo "Argo $version is not among the Go modules" >&2; exit 1; }

# Two builds may begin at once: each has a folder of its own, and the program is put in place in one step.
draft=$(mktemp -d "$folder/build.XXXXXX")
trap 'chmod -R u+w "$draft"; rm -rf "$draft"' EXIT
cp -r "$source/." "$draft"
chmod -R u+w "$draft"
# A Go module holds no symbolic links; this file is one.
ln -s signal_darwin.go "$draft/workflow/executor/osspecific/signal_linux.go"
# Nor does it hold what was built: the command embeds a user interface that linting does not need.
mkdir -p "$draft/ui/dist/app"
echo 'none' > "$draft/ui/dist/app/index.html"

cd "$draft"
go build -p "${JOBS:-2}" -trimpath -ldflags "-s -w -X $module.version=$version" -o "$draft/argo" ./cmd/argo
mkdir -p "$folder/bin"
mv "$draft/argo" "$folder/bin/argo"
