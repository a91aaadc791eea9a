// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { cases as source } from '../ru/case.ts';

export const cases: Translation<typeof source> = {
  'case.case': 'Case',
  'case.draft': 'Draft application',
  'case.onPaper': 'on paper',
  'case.more': 'More',
  'case.readAgain': 'The case has been read again. See what has changed in it and repeat.',

  'case.tabs': 'Parts of the case',
  'case.tab.application': 'Application',
  'case.tab.documents': 'Documents',
  'case.tab.inquiries': 'Inquiries',
  'case.tab.messages': 'SMEV',
  'case.tab.history': 'History',

  'case.action.file': 'File',
  'case.action.edit': 'Edit the application',
  'case.action.handover': 'Hand on for processing',
  'case.action.rework': 'Return for rework',
  'case.action.send': 'Send to the agency',
  'case.action.consult': 'Close as a consultation',
  'case.action.refuse': 'Refuse intake',
  'case.action.withdraw': 'Withdraw the application',
  'case.action.issue': 'Issue the result',
  'case.action.assign': 'Take on',
  'case.action.upload': 'Add a document',
  'case.action.delete': 'Delete the draft',

  'case.notFound': 'Another branch may have the case: its state is told by the number, in “Cases”.',
  'case.notFound.list': 'To the cases',
  'case.next': 'What next',
  'case.next.draft': 'Fill the application, mark the documents and file it.',
  'case.next.intake': 'Check the set and hand the documents on for processing.',
  'case.next.processing':
    'Check the application and the documents and send them to the agency. If something is wrong, return the case for rework.',
  'case.next.processingOnPaper':
    'Check the set: this service goes to the agency on paper, in a package with the courier. If something is wrong, return it for rework.',
  'case.next.rework': 'Correct what was found and hand the documents on for processing again.',
  'case.next.delivery_queued':
    'The application is signed and waits to be sent through SMEV. It goes out by itself, nothing is to be done.',
  'case.next.delivery_on_demand':
    'The application could not be delivered through SMEV. See the reason in the history and send it again.',
  'case.next.sent': 'SMEV has accepted the application. We wait for the agency to register it.',
  'case.next.sent_by_courier':
    'A courier has the documents. The case is with the agency once it is noted in the package that they were taken.',
  'case.next.inAgencyOnPaper':
    'The agency is considering the application. A courier brings the result: it is entered in “Packages”, “From agencies”.',
  'case.next.in_agency':
    'The agency is considering the application. The status refreshes by itself.',
  'case.next.awaiting_notice':
    'The result has come. The contact centre will call the applicant. If the applicant is already here, issue the result at once.',
  'case.next.ready_to_issue': 'The applicant knows about the result. Any branch may issue it.',
  'case.next.awaitingOnPaper':
    'The result came on paper and lies in the branch that took the case in: only there can it be issued. The contact centre will call the applicant.',
  'case.next.readyOnPaper':
    'The applicant knows about the result. The papers lie in the branch that took the case in: only there can they be issued.',
  'case.next.draft.others': 'An operator is filling in the application; it is not registered yet.',
  'case.next.intake.others':
    'An operator is putting the set together; then it goes to a processor.',
  'case.next.processing.others':
    'A processor of the branch checks the case and sends it to the agency.',
  'case.next.rework.others': 'The operator who took the application is correcting it.',
  'case.next.delivery_on_demand.others':
    'The application could not be delivered through SMEV. A processor looks into it and sends it again.',
  'case.next.awaiting_notice.others':
    'The result is here. The contact centre calls the applicant, an operator of any branch gives it out.',
  'case.next.ready_to_issue.others':
    'The applicant knows of the result. An operator of any branch gives it out.',
  'case.next.closed': 'The case is closed, nothing is to be done.',
  'case.next.consultation': 'The visit ended as a consultation.',
  'case.next.refused_intake': 'Intake was refused, the case is closed.',
  'case.next.withdrawn': 'The applicant has withdrawn the application, the case is closed.',
  'case.next.unclaimed':
    'The term of rework is over and the application counts as unclaimed. The applicant may apply again.',
  'case.next.uncollected':
    'The result was not collected in time and is to go back to the agency. What still lies in the branch can be handed out; else the applicant turns to the agency.',
  'case.formErrors': {
    one: '{count} mistake in the application',
    other: '{count} mistakes in the application',
  },
  'case.missing': { one: '{count} document is missing', other: '{count} documents are missing' },

  'case.stages': 'Steps and terms',
  'case.wholeTerm': 'Time limit: {term}',
  'case.planned': 'Due by {date}',
  'case.promised': 'Promised on the receipt: {date}',

  'case.form.empty': 'The application has not been filled yet.',

  'case.applicant': 'Applicant',
  'case.applicant.name': 'Name',
  'case.applicant.birth': 'Date of birth',
  'case.applicant.document': 'Document',
  'case.applicant.phone': 'Phone',
  'case.representative': 'Representative',
  'case.representative.authority': 'Authority',
  'case.agency': 'In the agency',
  'case.agency.name': 'Agency',
  'case.agency.status': 'Status',
  'case.agency.nothing': 'no news yet',
  'case.agency.at': 'Reported by the agency',
  'case.center': 'In the centre',
  'case.center.branch': 'Branch',
  'case.center.operator': 'Taken by',
  'case.center.executor': 'Assigned to',
  'case.center.free': 'nobody yet',
  'case.center.filed': 'Filed',

  'case.checklist': 'Documents of the checklist',
  'case.checklist.empty': 'This service needs no documents.',
  'case.item.given': 'Given',
  'case.item.obtained': 'Obtained from an agency',
  'case.item.aboutOther': 'About somebody else: {name}. It does not count as the document',
  'case.item.aboutOtherMark':
    'About somebody else: {name}. If it will do, mark the document in the application',
  'case.item.about': 'About: {name}',
  'case.item.persons': 'Whom it is asked about: {title}',
  'case.item.nobodyNamed': 'The application names nobody to ask about yet',
  'case.item.personUnnamed': '{role}: the application lacks the name or the birth date',
  'case.item.answered': 'Answer received',
  'case.item.answeredSome': 'Received: {answered} of {all}',
  'case.item.inquiryNumber': 'Inquiry {number}',
  'case.item.noData': 'No such data',
  'case.item.missing': 'Missing',
  'case.document.show': 'show the number',
  'case.item.inquiry': 'The centre asks for it',
  'case.item.replaced': 'Another document is there',
  'case.item.optional': 'Optional',
  'case.item.returned': 'Given back to the applicant',
  'case.item.form.original': 'original',
  'case.item.form.copy': 'copy',
  'case.item.form.original_and_copy': 'original and copy',
  'case.item.form.electronic': 'electronic document',
  'case.item.sheets': { one: '{count} sheet', other: '{count} sheets' },
  'case.item.copies': { one: '{count} copy', other: '{count} copies' },
  'case.otherPapers': 'Papers besides the checklist',
  'case.otherDocuments': 'Other documents',

  'case.answer': 'Answer of the agency',
  'case.answer.outcome': 'Decision',
  'case.answer.positive': 'To provide the service',
  'case.answer.negative': 'To refuse the service',
  'case.answer.text': 'Text of the decision',
  'case.answer.at': 'Decided at',
  'case.answer.number': 'Number of the decision',
  'case.answer.papers': 'Came on paper',

  'case.messages.empty': 'No messages about the case yet',
  'case.messages.empty.text':
    'The request to the agency, its statuses and the answer come here, with the check of every signature.',
  'case.messages.open': 'Details',
  'case.messages.more': 'Show more',
  'case.messages.details': 'Details: {title}',

  'case.print': 'Print',
  'case.print.application': 'Application',
  'case.print.answer': 'Print: {title}',
  'case.print.receipt': 'Receipt for the documents',
  'case.print.consent': 'Consent to processing of personal data',
  'case.print.refusal_notice': 'Notice of the refused intake',
  'case.print.result_receipt': 'Receipt for the result',

  'case.handover.done': 'The documents have been handed on for processing',
  'case.send.done': 'The application is signed and on its way to the agency',
  'case.send.title': 'Send to the agency?',
  'case.send.text':
    'The centre signs the application electronically and passes it on through SMEV. What is sent can not be taken back.',
  'case.send.service': 'Service',
  'case.send.documents': 'Documents with scans',
  'case.send.documents.none': 'none: the application goes alone',
  'case.send.unasked': {
    one: '{count} document not asked for',
    other: '{count} documents not asked for',
  },
  'case.send.unasked.text':
    'The centre gets these itself and must not demand them from the applicant (210-FZ, article 7). Ask for them, or send the case without: then the agency has to ask.',
  'case.send.beyond': {
    one: '{count} document is missing that can not be asked for through SMEV here',
    other: '{count} documents are missing that can not be asked for through SMEV here',
  },
  'case.send.beyond.text':
    'Their message type is not connected: ask for them on paper and attach the answer, or send the case without them. They may not be demanded of the applicant.',
  'case.send.unseen': {
    one: 'The agency will not see {count} document: it has no scan',
    other: 'The agency will not see {count} documents: they have no scans',
  },
  'case.send.unseen.text': 'Scans can be attached on the tab “Documents”.',
  'case.send.waiting': {
    one: 'No answer yet to {count} inquiry',
    other: 'No answer yet to {count} inquiries',
  },
  'case.send.waiting.text':
    'An answer that comes after the sending stays in the case: the agency does not get it.',
  'case.send.differs': {
    one: 'The answer to {count} inquiry differs from the card',
    other: 'Answers to {count} inquiries differ from the card',
  },
  'case.send.differs.text': 'Ask the applicant which is right: the agency may refuse for it.',
  'case.send.sign': 'Sign and send',
  'case.send.anyway': 'Send all the same',
  'case.send.back': 'Back to the case',
  'case.messages.fault': 'The message did not get through',
  'case.assign.done': 'The case is yours now',

  'case.rework.title': 'Return for rework',
  'case.rework.text':
    'The case goes back to the operator and the contact centre calls the applicant. If it is not corrected within the term, it is closed as unclaimed.',
  'case.rework.reason': 'What to correct',
  'case.rework.days': 'Working days to correct it',
  'case.rework.late':
    'The rework would end after the term of the service ({date}), which does not stop meanwhile.',
  'case.rework.action': 'Return',
  'case.rework.done': 'The case has been returned for rework',
  'case.rework.toFix': 'What to correct',
  'case.rework.until': 'by {date}',

  'case.refuse.title': 'Refuse intake',
  'case.refuse.text':
    'The documents are not taken and the case is closed. Tell the applicant the ground and give the notice: it is in the menu “Print”.',
  'case.refuse.ground': 'Ground of the regulation',
  'case.refuse.ground.incomplete_set': 'A document the applicant has to bring is missing',
  'case.refuse.ground.expired_documents': 'Documents are no longer in force',
  'case.refuse.ground.corrected_documents': 'Corrections in documents nobody has attested',
  'case.refuse.ground.damaged_documents': 'Documents are damaged and cannot be read as a whole',
  'case.refuse.ground.wrong_form': 'Mandatory fields of the application are wrong or empty',
  'case.refuse.ground.no_authority': 'Identity or authority was not proved',
  'case.refuse.ground.wrong_agency': 'Another agency provides the service',
  'case.refuse.reason': 'What exactly is wrong (stands on the notice)',
  'case.refuse.action': 'Refuse',
  'case.refuse.done': 'Intake has been refused, the case is closed',

  'case.withdraw.title': 'Withdraw the application',
  'case.withdraw.text':
    'Only the applicant withdraws an application, until it is sent to the agency. The case is closed and cannot be opened again.',
  'case.withdraw.reason': 'The reason in the applicant’s words',
  'case.withdraw.action': 'Withdraw',
  'case.withdraw.done': 'The application has been withdrawn, the case is closed',

  'case.consult.title': 'Close as a consultation',
  'case.consult.text':
    'The applicant has decided not to apply now. The case is closed as a consultation and goes into the report.',
  'case.consult.note': 'What was explained',
  'case.consult.action': 'Close',
  'case.consult.done': 'The consultation is written down, the case is closed',

  'case.upload.title': 'Add a document',
  'case.upload.name': 'Title',
  'case.upload.name.hint': 'What the document is called in the case; empty: the name of the file',
  'case.upload.file': 'File of the document',
  'case.upload.done': 'The file {name} has been added to the case',

  'case.callNotes': 'Noted by the contact centre',
  'case.callNotes.wrongPhone':
    'Somebody else answers at {phone}: ask for the new number and correct it in the card.',
  'case.callNotes.by': '{by}, {at}',
  'case.issue.originals':
    'Originals taken from the applicant: mark those you give back now. The receipt will name them.',
  'case.issue.originals.onPaper':
    'The originals went to the agency with the case: mark those the agency has given back and you give out now. The receipt will name them.',
  'case.issue.originals.atAgency': 'Original kept by the agency: {title}',
  'case.issue.originals.returned': 'Original given back: {title}',
  'case.issue.originals.kept': 'Original not given back: {title}',
  'case.issue.title': 'Issue the result',
  'case.issue.to': 'Who receives the result',
  'case.issue.identity': 'Establish who has come for the result and check the documents',
  'case.issue.applicant': 'The applicant: {name}',
  'case.issue.representative': 'A representative of the applicant',
  'case.issue.inPerson': 'the applicant',
  'case.issue.documentSeen': 'Identity checked by the document on the card: {document}',
  'case.issue.documentSeen.required': 'Check the document and mark it',
  'case.issue.documentReplaced':
    'If the former passport was given up with the application, a temporary identity card is shown.',
  'case.issue.documentOther': 'Another document was shown',
  'case.issue.authority': 'Proof of authority',
  'case.issue.authority.kind': 'Kind of document',
  'case.issue.authority.power_of_attorney': 'power of attorney',
  'case.issue.authority.birth_certificate': "child's birth certificate",
  'case.issue.authority.guardianship': 'act of guardianship',
  'case.issue.authority.other': 'another document',
  'case.issue.authority.number': 'Number of the document',
  'case.issue.authority.date': 'Dated',
  'case.issue.authority.issuedBy': 'Certified or issued by',
  'case.issue.authority.validUntil': 'Valid until',
  'case.issue.authority.inCase': 'Authority noted at the filing: {authority}',
  'case.issue.recipient.note': 'Note the recipient',
  'case.issue.recipient.change': 'Change',
  'case.issue.printAnswer': 'Open and print the documents of the agency',
  'case.issue.printOne': 'Print',
  'case.issue.papers': 'Take the documents that the agency has sent',
  'case.issue.noDocuments':
    'The agency has added no documents: the text of the decision is printed on the receipt',
  'case.issue.print': 'Print the receipt and have the recipient sign it',
  'case.issue.receipt': 'Add a scan of the signed receipt',
  'case.issue.receipts': 'Signed receipt',
  'case.issue.hand': 'Hand over the documents, mark each and close the case',
  'case.issue.close': 'Close the case',
  'case.issue.handed': 'Documents handed over',
  'case.issue.notHanded': 'Mark the document as handed over: {title}',
  'case.issue.note': 'Note (optional)',
  'case.issue.action': 'Issue and close the case',
  'case.issue.done': 'The result has been issued, the case is closed',
  'case.issued': 'Result issued {at}: {by}',
  'case.issued.to': 'Result received by {name} {at}, issued by {by}',

  'case.delete.title': 'Delete the draft?',
  'case.delete.text':
    'What was typed and the files added will be gone. They cannot be brought back.',
  'case.delete.action': 'Delete the draft',
  'case.delete.done': 'The draft has been deleted',
  'paper.none': 'Not all papers have been printed',
  'paper.none.both': 'Print the application and the receipt and have the applicant sign.',
  'paper.none.application': 'Print the application and have the applicant sign.',
  'paper.none.receipt': 'Print the receipt and have the applicant sign.',
  'paper.outdated': 'The signed papers are outdated',
  'paper.outdated.both':
    'The data were changed after printing. Print the application and the receipt anew and have the applicant sign.',
  'paper.outdated.application':
    'The data were changed after printing. Print the application anew and have the applicant sign.',
  'paper.outdated.receipt':
    'The data were changed after printing. Print the receipt anew and have the applicant sign.',
  'paper.asIs': 'Hand the case over as it is?',
  'paper.anyway': 'Hand over anyway',
};
