// Reads a file of the ROR register as entries of ours, a thousand at a time. A record that cannot be read is reported, never fatal.
import * as z from 'zod'
import type { Entry, ReadRegister, Reported } from '#domains/organisations/model.ts'
import { Refused } from '#platform/refusals.ts'
import { partsOf } from './format.ts'
import { RorRecord } from './record.ts'
import { translate } from './translate.ts'

const atOnce = 1000

export const readRor: ReadRegister = async function* (path) {
  let place = 0
  let entries: Entry[] = []
  let problems: Reported[] = []
  let anyone = false
  for await (const { pieces, share } of partsOf(path)) {
    for (const piece of pieces) {
      const read = entryOf(piece)
      place++
      if (typeof read === 'string') problems.push({ place, problem: read })
      else entries.push(read)
      if (entries.length < atOnce && problems.length < atOnce) continue
      anyone ||= entries.length > 0
      // A thousand records and none of them readable: this is another kind of file.
      if (!anyone) throw new Refused('ror.not-a-register', {}, 422)
      yield { entries, problems, share }
      ;[entries, problems] = [[], []]
    }
  }
  if (!anyone && entries.length === 0) throw new Refused('ror.not-a-register', {}, 422)
  yield { entries, problems, share: 1 }
}

export function entryOf(piece: string): Entry | string {
  try {
    return translate(RorRecord.parse(JSON.parse(piece)))
  } catch (error) {
    if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ').slice(0, 300)
    return (error as Error).message.slice(0, 300)
  }
}
