# The host's half of publishing: answers one request a line, in the folder of the site.
# It travels with each connection, so nothing of ours is installed there. An answer is any number
# of lines "= ..." and then "ok", or "no REASON". A line that was cut off is never carried out.
LC_ALL=C; export LC_ALL
umask 022
root=$1

say() { printf '%s\n' "$*"; }

missing=
for tool in cat comm cp cut find flock mv rsync sha256sum sort sync xargs; do
  command -v "$tool" >/dev/null || missing="$missing $tool"
done
mkdir -p "$root/releases" && cd "$root" || missing="$missing $root"
say "tellal-host 1$missing"

# Which release is public, the digest of its manifest, and all that are whole.
do_state() {
  now=$(readlink current) && [ -f current/manifest ] &&
    say "= current ${now#releases/} $(sha256sum current/manifest | cut -c-64)"
  [ ! -f held ] || say "= held $(head -n 1 held)"
  for release in releases/[0-9]*; do
    case $release in *.*|*'*') continue ;; esac
    say "= release ${release#releases/}"
    [ ! -f "$release/shown" ] || say "= shown ${release#releases/}"
  done
}

# begin NAME: what was left unfinished goes; the new release begins as the public one, linked.
do_begin() {
  rm -rf current.new releases/*.part releases/*.old 2>/dev/null
  new=releases/$1.part
  mkdir "$new" || return
  if [ -d current/public ]; then
    cp -al current/public "$new/public" 2>/dev/null || {
      rm -rf "$new/public" && cp -a current/public "$new/public"
    } || return
    cp current/manifest "$new/manifest"
  else
    mkdir "$new/public"
  fi
}

# What lies in the public folder of a release and not in its manifest, with a zero byte after each.
extra() {
  grep -v '^#' "$1/manifest" | cut -c67- | tr '\n' '\0' >"$1/expected" &&
    (cd "$1/public" && find . ! -type d -printf '%P\0') | sort -z |
    comm -z -13 "$1/expected" - && rm -f "$1/expected"
}

# prune NAME: what the manifest does not have goes.
do_prune() {
  new=releases/$1.part
  extra "$new" >"$new/extra" &&
    (cd "$new/public" && xargs -0r rm -f -- <../extra && find . -mindepth 1 -type d -empty -delete) &&
    rm -f "$new/extra"
}

# verify NAME[.part]: the digest of the manifest, and each file that is not as it says.
do_verify() {
  say "= manifest $(sha256sum "releases/$1/manifest" | cut -c-64)"
  bad=$(cd "releases/$1/public" && sha256sum --check --quiet --strict ../manifest 2>/dev/null)
  code=$?
  if [ "$code" -ne 0 ]; then
    [ -n "$bad" ] || { say "the manifest cannot be read" >&2; return 1; }
    say "$bad" | sed -n 's/: FAILED\( open or read\)\{0,1\}$//; s/^/= bad /p'
  fi
  extra "releases/$1" | tr '\0' '\n' | sed 's/^/= extra /'
}

# settle NAME: what is new is on the disk, also if the power fails; the release is whole.
do_settle() {
  new=releases/$1.part
  if [ "$(find "$new" -type f -links 1 | wc -l)" -gt 200 ]; then
    sync -f "$new"
  else
    find "$new" -type f -links 1 -print0 | xargs -0r sync --
  fi && mv -T "$new" "releases/$1"
}

# switch NAME: the one step by which the public sees it. That it was shown is noted before, so that
# nobody can have seen a release of which that is not known.
do_switch() {
  [ -f "releases/$1/manifest" ] || { say "there is no release $1" >&2; return 1; }
  : >"releases/$1/shown" || return
  rm -f current.new && ln -s "releases/$1" current.new && mv -T current.new current
}

# drop NAME: an unfinished release goes.
do_drop() { rm -rf "releases/$1.part"; }

# keep N: only the newest releases stay, and the public one.
do_keep() {
  now=$(readlink current)
  for release in releases/[0-9]*; do
    case $release in *.*|*'*') ;; *) say "$release" ;; esac
  done | sort | head -n "-$1" | while IFS= read -r old; do
    [ "$old" = "$now" ] || { mv -T "$old" "$old.old" && rm -rf "$old.old"; } || exit
  done
}

# record NAME FILE JSON
do_record() {
  place=releases/$1
  [ -d "$place" ] || place=$place.part
  file=${2%% *}
  case $file in release|way) ;; *) say "no such record" >&2; return 1 ;; esac
  printf '%s\n' "${2#* }" >"$place/$file.new" && mv -T "$place/$file.new" "$place/$file.json"
}

# Somebody went back: nothing is published by itself until a person publishes.
do_hold() { printf '%s\n' "$1 $2" >held.new && mv -T held.new held; }
do_unhold() { rm -f held; }

do_records() {
  for file in releases/[0-9]*/release.json releases/[0-9]*/way.json; do
    case $file in *.part/*|*.old/*|*'*'*) continue ;; esac
    place=${file%/*}
    say "= ${place#releases/} $(head -n 1 "$file")"
  done
}

# What a file holds, line by line; the last line is what stands behind the last line end.
lines() { { cat "$1" && say; } | sed 's/^/= /'; }

do_manifest() { lines "releases/$1/manifest"; }

# log NAME FILE: a file of the public log, nothing where there is none.
do_log() {
  case $2 in entries.jsonl|head|allowed_signers) ;; *) say "no such file" >&2; return 1 ;; esac
  [ ! -f "releases/$1/public/log/$2" ] || lines "releases/$1/public/log/$2"
}

# title NAME PATH
do_title() {
  case /$2/ in *//*|*/../*|*/./*) say "no such path" >&2; return 1 ;; esac
  tr '\n' ' ' <"releases/$1/public/$2" | sed -n 's:</title>.*::; s:.*<title>:= :p' | head -c 1000
  say
}

# The lock lives as long as this process, and so no longer than the connection.
lock() {
  exec 9<>lock
  if flock -x -w 5 9; then
    printf '%s %s %s\n' "$(date +%s)" "$$" "$*" >lock
    say ok
  else
    read -r since pid owner <lock
    say "= $(($(date +%s) - ${since:-0})) ${pid:-0} $owner"
    say "no locked"
  fi
}

exec 3>&1
while IFS=' ' read -r verb name rest; do
  case $name in *[!0-9a-z.-]*) [ "$verb" = lock ] || { say "no such name"; continue; } ;; esac
  case $verb in
    lock) lock "$name" "$rest" ;;
    state|begin|prune|verify|settle|switch|drop|keep|record|hold|unhold|records|manifest|log|title)
      if reason=$({ "do_$verb" "$name" "$rest" >&3 </dev/null; } 2>&1); then
        say ok
      else
        say "no $(say "$reason" | tr '\n' ' ' | cut -c-300)"
      fi ;;
    *) say "no such request" ;;
  esac
done
