# Runs the given script with a Node.js that is new enough. Where there is none, it says what to install.

is_new_enough() {
  [ -x "$1" ] && "$1" -e '
    var version = process.versions.node.split(".").map(Number), major = version[0], minor = version[1];
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)'
}

for node in \
  "$(command -v node || :)" /usr/bin/node /usr/local/bin/node /opt/node*/bin/node /opt/homebrew/bin/node \
  "$HOME"/.nvm/versions/node/*/bin/node "$HOME"/.volta/bin/node "$HOME"/.asdf/installs/nodejs/*/bin/node \
  "$HOME"/.local/share/mise/installs/node/*/bin/node "$HOME"/.local/share/fnm/node-versions/*/installation/bin/node; do
  if is_new_enough "$node"; then
    PATH=$(dirname "$node"):$PATH
    export PATH
    exec "$node" "$@"
  fi
done

found=$(node --version 2>/dev/null || echo none)
echo "Tallyport's pages are built with Node.js 20.19, 22.12 or newer and its npm (found on the PATH: $found): install it, for example from https://nodejs.org or with 'nvm install 22'." >&2
exit 1
