// The tables of texts, and which of their columns name an organisation.
import { whenMerged } from '#domains/organisations/store.ts'
import type { ChangeRow, ClauseRow, TextRow, WordingRow } from './model.ts'
import type { CommentRow, ConsentRow, ProposalRow, VersionRow } from './negotiation-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    agreementText: TextRow; textClause: ClauseRow; textWording: WordingRow; textChange: ChangeRow
    textVersion: VersionRow; textConsent: ConsentRow; textProposal: ProposalRow; textComment: CommentRow
  }
}

whenMerged({ table: 'agreement_text', column: 'turn_id', key: ['agreement_id'] })
whenMerged({ table: 'agreement_text', column: 'turn_from_id', key: ['agreement_id'] })
whenMerged({ table: 'text_wording', column: 'side_id', key: ['clause_id', 'lang'] })
whenMerged({ table: 'text_change', column: 'side_id', key: ['id'] })
whenMerged({ table: 'text_version', column: 'side_id', key: ['id'] })
whenMerged({ table: 'text_version', column: 'handed_to_id', key: ['id'] })
whenMerged({ table: 'text_consent', column: 'side_id', key: ['version_id', 'side_id'], once: [['version_id']] })
whenMerged({ table: 'text_proposal', column: 'side_id', key: ['id'] })
whenMerged({ table: 'text_proposal', column: 'answerer_id', key: ['id'] })
whenMerged({ table: 'text_comment', column: 'side_id', key: ['id'] })
whenMerged({ table: 'text_comment', column: 'internal_to_id', key: ['id'] })
