// Where tests keep what they throw away: in memory where there is room for it. A database is a thousand files, and a disk on which so many
// are made and deleted again and again takes a third of the time of the tests.
import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [inMemory, gigabyte] = ['/dev/shm', 2 ** 30]

export const quickFolder = (begins: string): string => mkdtempSync(join(roomInMemory() ? inMemory : tmpdir(), begins))

/** Measured: at most one gigabyte is taken; the rest is for the tests themselves. */
function roomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize > 4 * gigabyte && process.availableMemory() > 8 * gigabyte
  } catch { return false }
}
