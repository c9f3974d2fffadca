// What happens once in the life of an installation: the example arrives, unless the first start says `--empty`.
import type { House } from './house.ts'
import { loadExampleOnce } from '#example/load.ts'
import { house as pamir } from '#platform/auth/viewer.ts'
import { putSetting, readSetting } from '#platform/settings.ts'

type Wish = { empty: boolean; say: (sentence: string) => void }

/** Noted in the same transaction, so that a first start that was cut off is taken up again, and a later one changes nothing. */
export async function firstStart(house: House, { empty, say }: Wish): Promise<void> {
  if (await readSetting(house.db, 'first-start')) return
  const now = new Date().toISOString()
  const loaded = await house.db.transaction().execute(async (tx) => {
    await putSetting(tx, 'first-start', now)
    return !empty && loadExampleOnce({ db: tx, viewer: pamir, now })
  })
  if (loaded) say('An example alliance was loaded. It is marked as such and can be removed in the settings; «npm start -- --empty» starts without it.')
}
