# The host's half of publishing: answers one request a line, in the folder of the site.
# It travels with each connection, so nothing of ours is installed there. An answer is any number
# of lines "= ..." and then "ok", or "no REASON". A line that was cut off is never carried out.
LC_ALL=C; export LC_ALL
umask 022
root=$1

say() { printf '%s\n' "$*"; }

missing=
for tool in awk cat cmp comm cp cut find flock mv paste rsync sha256sum sort sync xargs; do
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

# The rows of a manifest, in the order of their paths: path, tab, "#size digest", a zero byte.
rows() {
  awk 'NR % 2 == 0 { size = $0 }
    NR % 2 && NR > 1 { path = substr($0, 67); digest = substr($0, 1, 64)
      if (path !~ /^\/|(^|\/)\.\.(\/|$)/) print path "\t" size " " digest }' "$1" | tr '\n' '\0'
}

# begin NAME: what was left unfinished goes; the new release begins as the public one. Where an old
# one was spared it becomes the public one by what the two do not share; else all is linked anew.
do_begin() {
  rm -rf current.new look spare.new releases/*.part releases/*.old 2>/dev/null
  new=releases/$1.part
  if [ -d current/public ] && [ -f spare/manifest ] && mv -T spare "$new"; then
    rm -f "$new"/*.json "$new/shown" "$new/seen"
    renew "$new" && return
    rm -rf "$new"
  fi
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

# Make an old release hold what the public one does. What cannot be had is missed by the next look.
renew() {
  rows "$1/manifest" >"$1/was" && rows current/manifest >"$1/is" || return
  comm -z -23 "$1/was" "$1/is" | cut -z -f1 >"$1/gone" &&
    comm -z -13 "$1/was" "$1/is" | cut -z -f1 >"$1/come" || return
  cat "$1/gone" "$1/come" | leads_nowhere_else "$1/public" && take_away "$1" &&
    cp current/manifest "$1/manifest" || return
  there=$(cd "$1" && pwd -P)
  (cd current/public && xargs -0r cp -al --parents -t "$there/public" -- <"$there/come" 2>/dev/null ||
    xargs -0r cp -a --parents -t "$there/public" -- <"$there/come" 2>/dev/null) || :
}

# Whether no folder of some paths is a link in a tree, so that nothing is done elsewhere.
leads_nowhere_else() {
  tr '\0' '\n' | awk -F/ '{ at = ""; for (i = 1; i < NF; i++) if (!seen[at = at $i "/"]++) print at }' |
    sed 's:/$::' | (cd "$1" && xargs -r -d '\n' sh -c 'for one; do [ ! -L "$one" ] || exit 1; done' -)
}

# Take away what is listed as gone from a release, and the folders that it leaves empty.
take_away() {
  (cd "$1/public" && xargs -0r rm -f -- <../gone) &&
    grep -z / "$1/gone" | sed -z 's:/[^/]*$::' | sort -zu |
    (cd "$1/public" && xargs -0r rmdir -p --ignore-fail-on-non-empty -- 2>/dev/null) || :
}

# prune NAME: what the new release does not have any more goes. What a link hides is swept later.
do_prune() {
  new=releases/$1.part
  ! leads_nowhere_else "$new/public" <"$new/gone" || take_away "$new"
  cat "$new/new" >>"$new/arrived"
}

# Look at a release: its rows, what lies in it (path, tab, inode, time of change, size), and what of
# that is not in its manifest; with a zero byte after each, in the order of the paths.
look() {
  rm -rf look && mkdir look && rows "$1/manifest" >look/rows &&
    (cd "$1/public" && find . -type d -o -type f -printf '%P\t%i %C@ %s\0' -o -printf '%P\tno file\0') |
    sort -z >look/there && sed -z 's/\t[^\t]*$//' look/there | sort -z >look/paths &&
    cut -z -f1 look/rows >look/named && comm -z -13 look/named look/paths >look/extra
}

# sweep NAME: all that the manifest does not have goes.
do_sweep() {
  look "releases/$1.part" || return
  (cd "releases/$1.part/public" && xargs -0r rm -f -- && find . -mindepth 1 -type d -empty -delete) \
    <look/extra && rm -rf look
}

# verify NAME[.part]: the digest of the manifest, and each file that is not as it says.
do_verify() { compare "releases/$1" /dev/null; }

# check NAME[.part] DIGEST: the same, but what nobody touched since a look is not read again: the
# look at this release, else at the public one. The record of that look must have the digest.
do_check() {
  seen=releases/$1/seen
  [ -f "$seen" ] || seen=current/seen
  [ "$(sha256sum <"$seen" 2>/dev/null)" = "$2  -" ] || seen=/dev/null
  compare "releases/$1" "$seen"
}

# compare FOLDER SEEN: files are looked at first and read then, so that who changes one between is
# found by the next look. A look that finds all as it should be leaves a record, and its digest.
compare() {
  say "= manifest $(sha256sum <"$1/manifest" | cut -c-64)"
  look "$1" || return
  if cmp -s look/named look/paths; then
    paste -z look/rows look/there >look/now && comm -z -23 look/now "$2" >look/unread
  else
    mv look/rows look/unread
  fi || return
  sed -z 's/^\([^\t]*\)\t#[0-9]* \([0-9a-f]*\).*/\2  \1/' look/unread | tr '\0' '\n' >look/sums ||
    return
  bad=
  if [ -s look/sums ]; then
    bad=$(cd "$1/public" && sha256sum --check --quiet --strict ../../../look/sums 2>/dev/null) ||
      [ -n "$bad" ] || { say "the manifest cannot be read" >&2; return 1; }
  fi
  found=$(
    [ -z "$bad" ] || say "$bad" | sed 's/: FAILED\( open or read\)\{0,1\}$//; s/^/= bad /'
    sed -z -n 's/\tno file$//p' look/there | tr '\n\0' '?\n' | sed 's/^/= bad /'
    tr '\n\0' '?\n' <look/extra | sed 's/^/= extra /'
  )
  if [ -n "$found" ]; then
    say "$found"
  else
    mv look/now "$1/seen" && say "= seen $(sha256sum <"$1/seen" | cut -c-64)"
  fi
  rm -rf look
}

# settle NAME: what is new is on the disk, also if the power fails; the release is whole.
do_settle() {
  new=releases/$1.part
  if [ "$(tr -cd '\0' <"$new/arrived" | wc -c)" -gt 200 ]; then
    sync -f "$new"
  else
    (cd "$new/public" && xargs -0r sync --) <"$new/arrived"
  fi && rm -f "$new/was" "$new/is" "$new/gone" "$new/come" "$new/new" "$new/arrived" &&
    mv -T "$new" "releases/$1"
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

# keep N: only the newest releases stay, and the public one; one more is spared to begin the next.
do_keep() {
  now=$(readlink current)
  for release in releases/[0-9]*; do
    case $release in *.*|*'*') ;; *) say "$release" ;; esac
  done | sort | head -n "-$1" | while IFS= read -r old; do
    [ "$old" != "$now" ] || continue
    [ -e spare ] || { mv -T "$old" spare && continue; } || exit
    mv -T "$old" "$old.old" && rm -rf "$old.old" || exit
  done
}

# spare NAME: where no old release was spared, the public one is linked, for the next to begin with.
# Links change the time of every file, so all are read again: the public has its site by then.
do_spare() {
  [ ! -e spare ] || return 0
  mkdir spare.new && cp -al current/public spare.new/public && cp current/manifest spare.new/ &&
    mv -T spare.new spare || { rm -rf spare.new; return 0; }
  compare "releases/$1" /dev/null
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
    # While the site is built, what the next release begins with comes from the disk to the memory.
    find spare current/public -size -1 >/dev/null 2>&1 3>&- 9>&- &
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
    state|begin|prune|sweep|verify|check|settle|switch|drop|keep|spare|record|hold|unhold|records|manifest|log|title)
      if reason=$({ "do_$verb" "$name" "$rest" >&3 </dev/null; } 2>&1); then
        say ok
      else
        say "no $(say "$reason" | tr '\n' ' ' | cut -c-300)"
      fi ;;
    *) say "no such request" ;;
  esac
done
