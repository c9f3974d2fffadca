// Only the administrator brings the example and takes it away; for others it is no endpoint.
import type { AccessCases } from '#test/access.ts'
import type { exampleApi } from './api.ts'

const administrators = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
export const exampleAccess = {
  example: { expect: administrators, right: 'administrator' },
  loadExample: { expect: administrators, right: 'administrator' },
  removeExample: { expect: administrators, right: 'administrator' },
} satisfies AccessCases<typeof exampleApi>
