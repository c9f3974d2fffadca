// Who may search: whoever has signed in; what is found is what each finder lets them see.
import type { AccessCases } from '#test/access.ts'
import type { searchApi } from './api.ts'

export const searchAccess: AccessCases<typeof searchApi> = {
  search: { input: () => ({ query: { text: 'university' } }), expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
}
