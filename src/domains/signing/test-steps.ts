// The steps of a signing as the tests take them: open, clear, sign, read.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { world } from '#test/world.ts'
import { signingApi } from './api.ts'
import type { SigningFile } from './model.ts'
import { agreedPdf, password } from './test-signing.ts'

type World = Awaited<ReturnType<typeof world>>
export type Opened = { id: Id; signing: SigningFile }

export function steps(w: World) {
  const as = <T>(viewer: Viewer | undefined, deed: () => T): T => (w.as(viewer), deed())
  return {
    as,
    open: async (viewer: Viewer, id: Id): Promise<Opened> => {
      const file = await agreedPdf()
      return { id, signing: (await as(viewer, () => w.ask(signingApi.openWithPdf, { params: { id }, file }))).answer as SigningFile }
    },
    /** Each clearance by whoever keeps that side's records. */
    clear: async ({ id, signing }: Opened, keepers: Record<Id, Viewer>) => {
      for (const { id: clearanceId, sideId } of signing.clearances) await as(keepers[sideId]!, () => w.ask(signingApi.answerClearance, { params: { id, clearanceId }, body: { state: 'given' } }))
    },
    sign: (viewer: Viewer | undefined, { id, signing }: Opened, sideId: Id, more: object = {}) => as(viewer, () =>
      w.ask(signingApi.sign, { params: { id }, body: { seatId: signing.seats.find((seat) => seat.sideId === sideId)!.id, paperSha256: signing.paperSha256, proof: { password }, ...more } })),
    paper: async (viewer: Viewer, id: Id) => (await as(viewer, () => w.ask(signingApi.paper, { params: { id } }))).bytes,
  }
}
