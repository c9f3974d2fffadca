// Who gets what answer at every door of the alliances. The world's alliance is not public and is kept by the right one's organisation.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { alliancesApi } from './api.ts'

const signedIn = { nobody: 401, stranger: 200, wrong: 200, right: 200 }
/** What one may not see does not exist. */
const hidden = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const the = ({ alliance }: AccessWorld) => ({ params: { id: alliance! } })
const news = { kind: 'news' as const, on: { value: '2025-05-12', precision: 'day' as const }, title: { en: 'News' } }

export const alliancesAccess = {
  list: { expect: signedIn },
  export: { expect: signedIn },
  found: { input: ({ organisation }) => ({ body: { name: 'A new alliance', hostId: organisation! } }), expect: { nobody: 401, stranger: 409, wrong: 409, right: 200 } },
  read: { input: the, expect: hidden },
  change: { input: (world) => ({ ...the(world), body: { hostId: world.organisation! } }), expect: hidden },
  members: { input: the, expect: hidden },
  places: { input: the, expect: hidden },
  exportMembers: { input: the, expect: hidden },
  history: { input: ({ alliance, otherOrganisation }) => ({ params: { id: alliance!, organisationId: otherOrganisation! } }), expect: hidden },
  giveStanding: {
    input: ({ alliance, newcomer, otherOrganisation }) => ({ params: { id: alliance! }, body: { organisationId: (newcomer ?? otherOrganisation)!, standing: 'member' as const } }),
    expect: hidden,
  },
  takeBackStanding: { input: ({ alliance, standing }) => ({ params: { id: alliance!, standingId: standing! } }), expect: hidden },
  appoint: { input: (world) => ({ ...the(world), body: { name: 'Someone', post: 'chair' as const } }), expect: hidden },
  changeOfficer: { input: ({ alliance, officer }) => ({ params: { id: alliance!, officerId: officer! }, body: { post: 'president' as const } }), expect: hidden },
  removeOfficer: { input: ({ alliance, officer }) => ({ params: { id: alliance!, officerId: officer! } }), expect: hidden },
  news: { input: the, expect: hidden },
  publish: { input: (world) => ({ ...the(world), body: news }), expect: hidden },
  changeNews: { input: ({ alliance, news: newsId }) => ({ params: { id: alliance!, newsId: newsId! }, body: news }), expect: hidden },
  removeNews: { input: ({ alliance, news: newsId }) => ({ params: { id: alliance!, newsId: newsId! } }), expect: hidden },
  ofOrganisation: { input: ({ organisation }) => ({ params: { id: organisation! } }), expect: signedIn },
  namedPosts: { input: ({ organisation }) => ({ params: { id: organisation! } }), expect: signedIn },
} satisfies AccessCases<typeof alliancesApi>
