// Who gets what answer at the endpoints of uploads: anyone signed in begins one, and only who began it knows of it.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import { newId } from '../kinds.ts'
import type { uploadsApi } from './api.ts'

const the = ({ upload }: AccessWorld) => ({ params: { id: upload! } })
const own = { nobody: 401, stranger: 404, wrong: 404, right: 200 }

export const uploadsAccess = {
  begin: { input: () => ({ body: { id: newId(), name: 'photo.jpg', size: 1000 } }), expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  progress: { input: the, expect: own },
  piece: { input: (w) => ({ ...the(w), query: { offset: 0 }, file: new Blob(['%PDF-1.7']) }), expect: own },
  cancel: { input: the, expect: own },
} satisfies AccessCases<typeof uploadsApi>
