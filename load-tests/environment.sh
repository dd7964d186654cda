# shellcheck shell=sh disable=SC2034,SC2154
# What the scripts of this folder share; they read it with `.` after setting $here to the folder. Sets $root, the project's
# folder, $java_home, a JDK of version 25.0.3 or later, searched for where the launcher `sixtyfold` does, and $jvm_options.

root=$(CDPATH='' cd -- "$here/.." && pwd -P)

fail() {
    printf '%s: %s\n' "$(basename -- "$0")" "$1" >&2
    exit 1
}

# Whether $1 is a JDK that will do, by its `release` file; $java_home is it then.
try_java_home() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9.]*\).*/\1/p' "$1/release")
    case $version in
        25 | 25.0 | 25.0.[012]) return 1 ;;
        25.* | 2[6-9]* | [3-9][0-9]*) java_home=$1 ;;
        *) return 1 ;;
    esac
}

find_java() {
    if [ -n "${SIXTYFOLD_JAVA_HOME:-}" ]; then
        try_java_home "$SIXTYFOLD_JAVA_HOME" && return
        fail "SIXTYFOLD_JAVA_HOME=$SIXTYFOLD_JAVA_HOME is no JDK of version 25.0.3 or later"
    fi
    try_java_home "${JAVA_HOME:-}" && return
    on_path=$(command -v java || true)
    if [ -n "$on_path" ]; then
        try_java_home "$(dirname -- "$(dirname -- "$(readlink -f "$on_path")")")" && return
    fi
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/openjdk* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        try_java_home "$candidate" && return
    done
    fail "needs a JDK 25.0.3 or later and found none. Install one, such as Temurin 25, or set SIXTYFOLD_JAVA_HOME to its folder."
}

# Builds target/load-tests.jar and target/lib; quick when nothing has changed.
build() {
    command -v mvn >/dev/null 2>&1 || fail "has to build, and there is no mvn on the PATH; install Maven 3.8.7 or later"
    # The toolchain of the build finds a JDK by such a variable, wherever it is.
    JAVA25_HOME=$java_home mvn -B -q -f "$root/pom.xml" -pl load-tests -am -DskipTests package </dev/null >&2 ||
        fail "the build failed"
}

# The same, and the server and its voice, so that it starts at once.
build_server() {
    build
    "$root/sixtyfold" voices install heart >&2
}

# Puts the reference package into $environment by pip, if it is not there.
install_reference() {
    reference=hibari-tts==0.2.1
    environment=$here/target/reference
    command -v python3 >/dev/null 2>&1 || fail "needs python3, which the reference is written in"
    [ "$(cat "$environment/complete" 2>/dev/null || true)" != "$reference" ] || return 0
    rm -rf "$environment"
    python3 -m venv "$environment" || fail "python3 -m venv failed; on Debian that takes the package python3-venv"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$reference" scipy >&2 ||
        fail "pip could not install $reference"
    echo "$reference" >"$environment/complete"
}

find_java
export ORT_DISABLE_TELEMETRY=1 OPT_OUT_TRACKING=true
jvm_options='--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Doffline=true'
texts=$root/tts-server/src/main/resources/dev/sixtyfold/server/bench/texts.txt
