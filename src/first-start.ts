// What happens once in the life of an installation: the example arrives, unless the first start says `--empty`.
import type { House } from './house.ts'
import { putSetting, readSetting } from '#platform/settings.ts'

type Wish = { empty: boolean; say: (sentence: string) => void }

/** Noted in the database when it is done, so that a first start that was cut off is taken up again. */
export async function firstStart(house: House, { empty }: Wish): Promise<void> {
  if (await readSetting(house.db, 'first-start')) return
  await house.db.transaction().execute((tx) => putSetting(tx, 'first-start', { example: empty ? 'declined' : 'none', at: new Date().toISOString() }))
}
