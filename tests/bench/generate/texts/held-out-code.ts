function linesOf(source: string): readonly string[] {
  return source.trim().split('\n')
}

/** Code in five languages, written for this benchmark. */
export const python = linesOf(`
from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(order=True)
class Posting:
    path: str
    line: int = 0
    columns: list[int] = field(default_factory=list)


def build(root: Path, *, limit: int = 10_000) -> dict[str, list[Posting]]:
    """Index every word of every text file below root."""
    index: dict[str, list[Posting]] = defaultdict(list)
    for number, path in enumerate(sorted(root.rglob("*.txt"))):
        if number >= limit:
            raise RuntimeError(f"more than {limit} files in {root!r}")
        for line, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            for match in WORD.finditer(text):
                index[match[0].lower()].append(Posting(str(path), line, [match.start()]))
    return {word: rows for word, rows in index.items() if len(rows) > 1}


def main() -> int:
    parser = argparse.ArgumentParser(prog="mkindex")
    parser.add_argument("root", type=Path)
    parser.add_argument("-o", "--output", default="index.json")
    args = parser.parse_args()
    index = build(args.root)
    with open(args.output, "w", encoding="utf-8") as out:
        json.dump(index, out, default=vars, indent=2)
    print("%d words, %.1f%% unique" % (len(index), 100 * 0.25))
    return 0 if index else 1


if __name__ == "__main__":
    raise SystemExit(main())
`)

export const typescript = linesOf(`
type Listener<T> = (value: T, previous?: T) => void | Promise<void>

export interface Store<T extends object> {
  readonly state: Readonly<T>
  patch(change: Partial<T>): void
  watch<K extends keyof T>(key: K, listener: Listener<T[K]>): () => void
}

const idle = new WeakMap<object, number>()

/** A store that tells each listener once per tick. */
export function createStore<T extends object>(initial: T): Store<T> {
  let state = { ...initial }
  const listeners = new Map<keyof T, Set<Listener<any>>>()
  const dirty = new Map<keyof T, unknown>()

  function flush(): void {
    for (const [key, previous] of dirty) {
      listeners.get(key)?.forEach((tell) => void tell(state[key], previous))
    }
    dirty.clear()
  }

  return {
    get state() { return state },
    patch(change) {
      for (const key of Object.keys(change) as (keyof T)[]) {
        if (Object.is(state[key], change[key])) continue
        if (!dirty.has(key)) dirty.set(key, state[key])
      }
      if (dirty.size === 1) queueMicrotask(flush)
      state = { ...state, ...change }
    },
    watch(key, listener) {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(listener))
      return () => { set.delete(listener) }
    }
  }
}

const store = createStore({ count: 0, name: 'O\\'Neill', tags: ['a1', 'Il', 'O0'] })
store.watch('count', (now, was = -1) => console.log(\`\${was} => \${now}\`))
store.patch({ count: store.state.count + 1 })
`)

export const c = linesOf(`
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define RING_BITS 12u
#define RING_SIZE (1u << RING_BITS)
#define RING_MASK (RING_SIZE - 1u)

struct ring {
    uint8_t data[RING_SIZE];
    volatile uint32_t head, tail;
};

static inline uint32_t ring_used(const struct ring *r)
{
    return (r->head - r->tail) & 0xffffffffu;
}

/* Returns the number of bytes that fitted, or -ENOSPC. */
int ring_write(struct ring *r, const void *src, size_t len)
{
    const uint8_t *p = src;
    size_t room = RING_SIZE - ring_used(r);

    if (len > room)
        len = room;
    if (!len)
        return -ENOSPC;
    for (size_t i = 0; i < len; i++)
        r->data[(r->head + i) & RING_MASK] = p[i];
    __sync_synchronize();
    r->head += (uint32_t)len;
    return (int)len;
}

int main(int argc, char **argv)
{
    static struct ring r;
    char line[80] = { 0 };

    while (fgets(line, sizeof(line), stdin) != NULL) {
        int n = ring_write(&r, line, strlen(line));
        printf("%08x: %-5d used=%u\\n", r.head, n, ring_used(&r));
    }
    return ferror(stdin) ? 1 : 0;
}
`)

export const sql = linesOf(`
-- Loans that are overdue, with the last reminder of each.
WITH last_reminder AS (
  SELECT loan_id, MAX(sent_at) AS sent_at, COUNT(*) AS reminders
  FROM reminder
  WHERE channel IN ('mail', 'sms')
  GROUP BY loan_id
)
SELECT l.id, p.last_name || ', ' || p.first_name AS borrower,
       i.tag, i.title, l.due_on,
       CURRENT_DATE - l.due_on AS days_late,
       COALESCE(r.reminders, 0) AS reminders
FROM loan AS l
  JOIN person AS p ON p.id = l.person_id
  JOIN item AS i ON i.id = l.item_id
  LEFT JOIN last_reminder AS r ON r.loan_id = l.id
WHERE l.returned_on IS NULL
  AND l.due_on < CURRENT_DATE - INTERVAL '7 days'
  AND NOT (p.flags & 4 = 4)
ORDER BY days_late DESC, borrower
LIMIT 50 OFFSET 0;

CREATE UNIQUE INDEX loan_open ON loan (item_id) WHERE returned_on IS NULL;
INSERT INTO setting (key, value) VALUES ('fine_per_day', '0.35');
UPDATE item SET state = 'lost' WHERE tag LIKE 'MU-04__' AND id <> 1170;
`)

export const shell = linesOf(`
#!/usr/bin/env bash
set -euo pipefail
shopt -s nullglob

readonly src="\${1:?usage: $0 SRC DEST}" dest="\${2%/}"
keep=12
log() { printf '%(%F %T)T %s\\n' -1 "$*" >&2; }

free_kb=$(df --output=avail -k "$dest" | tail -n 1)
if (( free_kb < 2 * 1024 * 1024 )); then
  log "only $((free_kb / 1024)) MiB left on $dest"
  exit 75
fi

stamp=$(date -u +%Y%m%dT%H%M%SZ)
tar -C "$src" --exclude='*.tmp' -cf - . | zstd -T0 -19 > "$dest/$stamp.tar.zst.part"
mv -- "$dest/$stamp.tar.zst"{.part,}
sha256sum "$dest/$stamp.tar.zst" >> "$dest/SHA256SUMS"

old=("$dest"/*.tar.zst)
for (( i = 0; i < \${#old[@]} - keep; i++ )); do
  log "removing \${old[i]##*/}"
  rm -f -- "\${old[i]}"
done

case "\${NOTIFY:-}" in
  mail) echo "backup $stamp done" | mail -s "[ok] $(hostname)" root ;;
  http*) curl -fsS --retry 3 -d "text=$stamp" "$NOTIFY" > /dev/null ;;
  *) log "done: $(du -sh "$dest" | cut -f1)" ;;
esac
`)
