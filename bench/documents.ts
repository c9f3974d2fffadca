// How long a document takes: twelve pages in two languages side by side, with the first, when the typesetter starts, apart.
import { sample } from '#platform/documents/sample.fixture.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'

export interface DocumentSpeed { pages: number; first: number; later: number; megabytes: number }

/** Seconds; `later` is the middle of five, each another document, since the same one again would be remembered. */
export async function documentSpeed(): Promise<DocumentSpeed> {
  const seconds = async (clauses: number): Promise<{ pages: number; took: number; memory: number }> => {
    const begun = performance.now()
    const { pages, memory } = await writePdf({ ...sample(clauses, ['en', 'ur']), header: { lang: 'en', text: `Draft ${begun}` } })
    return { pages, memory, took: (performance.now() - begun) / 1000 }
  }
  const first = await seconds(14)
  const later = []
  for (let at = 0; at < 5; at++) later.push(await seconds(14))
  return { pages: first.pages, first: first.took, later: later.map(({ took }) => took).toSorted((a, b) => a - b)[2]!, megabytes: later.at(-1)!.memory / 1e6 }
}
