# Sets JAVA_HOME to a JDK 25 when it is not one already. Sourced by mvnw.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[."-]' "$1/release"
}

find_jdk_25() {
  for candidate in \
    "${JDK_25_HOME:-}" "${JAVA_HOME_25_X64:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jabba/jdk/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      printf %s "$candidate"
      return 0
    fi
  done
  path_javac=$(command -v javac || :)
  if [ -n "$path_javac" ]; then
    candidate=$(dirname "$(dirname "$(readlink -f "$path_javac")")")
    is_jdk_25 "$candidate" && printf %s "$candidate"
  fi
}

if [ -z "${JAVA_HOME:-}" ] || ! is_jdk_25 "$JAVA_HOME"; then
  set +f
  JAVA_HOME=$(find_jdk_25 || :)
  set -f
  if [ -z "$JAVA_HOME" ]; then
    echo "Tallyport is built with a JDK 25, and none was found (JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ...)." >&2
    echo "Install one, for example 'sdk install java 25-tem', or Temurin 25 from https://adoptium.net, or set JAVA_HOME." >&2
    exit 1
  fi
  export JAVA_HOME
fi
