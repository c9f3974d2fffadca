// Who gets what answer at every endpoint of texts. The walk's text is in the hands of the right office, once handed over and back.
import { richOf } from '#platform/documents/rich.ts'
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { textsApi } from './api.ts'

const id = (w: AccessWorld) => w['textAgreement']!
const one = (w: AccessWorld) => ({ params: { id: id(w) } })
const clause = (w: AccessWorld) => ({ params: { id: id(w), clauseId: w['clause']! } })
const wording = (w: AccessWorld) => ({ params: { ...clause(w).params, lang: 'en' } })
const proposal = (w: AccessWorld) => ({ params: { id: id(w), proposalId: w['proposal']! } })
const comment = (w: AccessWorld) => ({ params: { id: id(w), commentId: w['comment']! } })
const languages = { languages: ['en' as const, 'zh' as const], authentic: ['en' as const], prevailing: null }
const everyone = { nobody: 401, stranger: 200, wrong: 200, right: 200 }
const party = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const tooEarly = { ...party, right: 409 }

export const textsAccess = {
  board: { expect: everyone },
  boardCounts: { expect: everyone },
  draft: {
    input: (w) => ({ body: {
      agreement: { kind: 'memorandum' as const, title: 'Cooperation', parties: [{ organisationId: w['organisation']! }, { organisationId: w['otherOrganisation']! }] },
      text: { from: 'nothing' as const, ...languages },
    } }),
    expect: { nobody: 401, stranger: 409, wrong: 409, elsewhere: 200, right: 200 },
  },
  templates: { expect: everyone },
  template: { input: () => ({ params: { key: 'no-such-template' } }), expect: { nobody: 401, stranger: 404, wrong: 404, right: 404 } },
  beside: { input: one, expect: party },
  read: { input: one, expect: party },
  // It has been begun already.
  begin: { input: (w) => ({ ...one(w), body: { from: 'nothing' as const, ...languages } }), expect: tooEarly },
  setLanguages: { input: (w) => ({ ...one(w), body: languages }), expect: party },
  giveValue: { input: (w) => ({ params: { id: id(w), name: 'centre.name' }, body: { en: 'The centre' } }), expect: party },
  addClause: { input: (w) => ({ ...one(w), body: { articleId: null, afterId: null, wordings: { en: richOf('Term') } } }), expect: party },
  placeClause: { input: (w) => ({ ...clause(w), body: { articleId: null, afterId: null } }), expect: party },
  removeClause: { input: clause, expect: party },
  restoreClause: { input: clause, expect: tooEarly },
  word: { input: (w) => ({ ...wording(w), body: { content: richOf('Aims'), seen: 1 } }), expect: party },
  match: { input: (w) => ({ ...wording(w), body: { seen: 1 } }), expect: party },
  changes: { input: clause, expect: party },
  handOver: { input: (w) => ({ ...one(w), body: { toId: w['partner']!, waitingFor: 'answer' as const } }), expect: party },
  takeTurnBack: { input: one, expect: tooEarly },
  versions: { input: one, expect: party },
  version: { input: (w) => ({ params: { id: id(w), versionId: w['version']! } }), expect: party },
  compare: { input: (w) => ({ ...one(w), query: { from: w['version']! } }), expect: party },
  consent: { input: (w) => ({ ...one(w), body: { versionId: w['version']! } }), expect: party },
  // One agrees first oneself.
  askConsent: { input: (w) => ({ ...one(w), body: { versionId: w['version']!, sideId: w['partner']! } }), expect: tooEarly },
  takeConsentBack: { input: one, expect: tooEarly },
  reopen: { input: (w) => ({ ...one(w), body: { because: 'A new law' } }), expect: tooEarly },
  file: { input: (w) => ({ ...one(w), query: { form: 'docx' as const } }), expect: party },
  // It is no Word file.
  takeWord: { input: (w) => ({ ...one(w), body: {}, file: new Blob(['none']) }), expect: { ...party, right: 422 } },
  proposals: { input: one, expect: party },
  propose: { input: (w) => ({ ...one(w), body: { what: 'removal' as const, clauseId: w['clause']! } }), expect: party },
  answerProposal: { input: (w) => ({ ...proposal(w), body: { accepted: true } }), expect: party },
  // It is the partner's.
  withdrawProposal: { input: proposal, expect: tooEarly },
  comments: { input: one, expect: party },
  comment: { input: (w) => ({ ...one(w), body: { body: 'Why?' } }), expect: party },
  settleComment: { input: comment, expect: party },
  openComment: { input: comment, expect: tooEarly },
  removeComment: { input: comment, expect: party },
} satisfies AccessCases<typeof textsApi>
