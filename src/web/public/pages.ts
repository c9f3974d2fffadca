// The public pages that the server renders: each takes the reader and its data, and answers complete HTML.
export { agreementsPage } from './agreements.tsx'
export { allianceOverview } from './alliance.tsx'
export { claimPage, linkOverPage } from './claim.tsx'
export { frontPage } from './front.tsx'
export { membersPage } from './members.tsx'
export { missingPage } from './missing.tsx'
export { newsItemPage, newsPage } from './news.tsx'
export { organisationPage } from './organisation.tsx'
