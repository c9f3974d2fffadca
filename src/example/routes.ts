// The example's promises meet their functions.
import { type Looking, type Routes, serve } from '#platform/http/serve.ts'
import { Refused } from '#platform/refusals.ts'
import { readSetting } from '#platform/settings.ts'
import { type Example, exampleApi } from './api.ts'
import { sources } from './data/sources.ts'
import { type ExampleState, loadExample } from './load.ts'
import { countExample, removeExample } from './remove.ts'

export const exampleRoutes: Routes = serve(exampleApi, {
  example: (at) => exampleHere(at),
  loadExample: async (at) => {
    if (Object.values(await countExample(at.db)).some((count) => count > 0)) throw new Refused('example.is-here-already')
    await loadExample(at)
    return exampleHere(at)
  },
  removeExample: (at) => removeExample(at),
})

async function exampleHere({ db }: Pick<Looking, 'db'>): Promise<Example> {
  const state = await readSetting<ExampleState>(db, 'example') ?? 'none'
  return { state, counts: await countExample(db), sources: Object.values(sources) }
}
