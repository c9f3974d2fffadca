// A pack's lists, parted into volumes: a document of every row would take memory by the row, one of so many rows does not grow.
import type { Locale } from '#platform/kinds.ts'
import type { List } from './pack-lists.ts'

/** Rows that one document holds; a caption counts for two. Urdu is drawn word by word, and takes the room of twice as many. */
export const rowsInVolume = (locale: Locale): number => (locale === 'ur' ? 250 : 500)

export type Volume = { number: number; lists: List[] }
export type Volumes = { all: Volume[]; /** In which volume a list or a group of rows begins. */ where: ReadonlyMap<string, number> }

export function volumesOf(lists: readonly List[], most: number): Volumes {
  const all: Volume[] = [{ number: 1, lists: [] }]
  const where = new Map<string, number>()
  let room = most
  const next = () => { all.push({ number: all.length + 1, lists: [] }); room = most }
  for (const list of lists) {
    for (const group of list.groups) {
      for (let from = 0; from < group.rows.length || from === 0;) {
        if (room < 3) next()
        const rows = group.rows.slice(from, from + room - 2)
        put(all.at(-1)!, list, { ...group, rows })
        for (const id of [list.id, group.id]) if (!where.has(id)) where.set(id, all.length)
        room -= rows.length + 2
        from += Math.max(1, rows.length)
      }
    }
  }
  return { all, where }
}

/** Of a group that goes on in the next volume the first part alone is found by its name. */
function put(volume: Volume, list: List, group: List['groups'][number]): void {
  const last = volume.lists.at(-1)
  if (last?.id === list.id) last.groups.push(group)
  else volume.lists.push({ ...list, groups: [group] })
}
