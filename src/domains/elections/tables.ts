// The tables of elections.
import { whenMerged } from '#domains/organisations/store.ts'
import type { CandidateRow, Election, PaperRow, ProtestRow, RulesRow, VoterRow } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { officeRules: RulesRow; election: Election; electionCandidate: CandidateRow; electionVoter: VoterRow; electionPaper: PaperRow; electionProtest: ProtestRow }
}

whenMerged({ table: 'election_candidate', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'election_candidate', column: 'nominated_by', key: ['id'] })
whenMerged({ table: 'election_voter', column: 'organisation_id', key: ['id'], once: [['election_id', 'round']] })
whenMerged({ table: 'election_protest', column: 'organisation_id', key: ['id'] })
