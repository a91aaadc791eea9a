// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import { countryName } from '@/lib/country-names.ts';
import { longDate } from '@/lib/dates.ts';
import { type T, useLanguage } from '@/lib/language.tsx';
import { FileList } from '@/ui/file-list.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Section } from '@/ui/section.tsx';
import { FormAnswers } from './form-answers.tsx';
import { ForwardedAnswers } from './forwarded-answers.tsx';
import { fileUrl, type Registration } from './registration.ts';

// What came from the center and what the agency has answered.
export function RegistrationContent({ registration }: { registration: Registration }) {
  const { t, language } = useLanguage();
  const filesOf = (source: 'center' | 'agency') =>
    registration.files
      .filter((file) => file.source === source)
      .map((file) => ({ ...file, url: fileUrl(registration.id, file.id) }));
  const own = filesOf('agency');
  // Each scan stands with the document it shows; what shows none of them stands apart.
  const scansOf = (code: string | undefined) =>
    filesOf('center').filter(({ item }) => item !== undefined && item === code);
  const codes = new Set(registration.documents.map(({ code }) => code));
  const others = filesOf('center').filter(({ item }) => !codes.has(item));
  return (
    <>
      {registration.decision && <Decision registration={registration} files={own} />}
      <Section title={t('agency.applicant')}>
        <LabelledValues
          items={registration.applicant.map((fact) =>
            // The center sends the code of the country.
            fact.code === 'citizenship'
              ? { ...fact, value: countryName(fact.value, language) }
              : fact,
          )}
        />
      </Section>
      <Section title={t('agency.form')}>
        <FormAnswers answers={registration.form} />
      </Section>
      {registration.documents.length > 0 && (
        <Section title={t('agency.documents')}>
          <Table.ScrollContainer minWidth="34rem">
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('agency.document')}</Table.Th>
                  <Table.Th w="9rem">{t('agency.documentForm')}</Table.Th>
                  <Table.Th w="4.5rem" ta="right">
                    {t('agency.sheets')}
                  </Table.Th>
                  <Table.Th w="45%">{t('agency.scans')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {registration.documents.map((document) => (
                  <Table.Tr key={document.code ?? document.title}>
                    <Table.Td>
                      {document.title}
                      {document.missing && (
                        <Text size="sm" c="red.8">
                          {document.source
                            ? t('agency.missingFrom', { source: document.source })
                            : t('agency.missing')}
                        </Text>
                      )}
                      <ForwardedAnswers answers={document.answers ?? []} />
                    </Table.Td>
                    <Table.Td>{formName(document.form, t)}</Table.Td>
                    <Table.Td ta="right">{document.sheets}</Table.Td>
                    <Table.Td>
                      {/* A card of before has no codes: its scans stand apart. */}
                      {/* Where nothing came, or all answers are that there is nothing, no scan is missing. */}
                      {document.code &&
                        (document.form || !(document.answers || document.missing)) && (
                          <Scans title={document.title} files={scansOf(document.code)} />
                        )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('agency.otherFiles')}>
          <FileList files={others} label={t('agency.otherFiles')} />
        </Section>
      )}
    </>
  );
}

type ScansProps = { title: string; files: Parameters<typeof FileList>[0]['files'] };

function Scans({ title, files }: ScansProps) {
  const { t } = useLanguage();
  if (files.length > 0) return <FileList files={files} label={title} />;
  return (
    <Text size="sm" c="dimmed">
      {t('agency.noScan')}
    </Text>
  );
}

const documentForms = ['original', 'copy', 'original_and_copy', 'electronic'] as const;

// A center of another kind may send words of its own.
function formName(form: string | undefined, t: T) {
  const known = documentForms.find((one) => one === form);
  return known ? t(`case.item.form.${known}`) : form;
}

type DecisionProps = { registration: Registration; files: Parameters<typeof FileList>[0]['files'] };

function Decision({ registration, files }: DecisionProps) {
  const { t, language } = useLanguage();
  const decision = registration.decision ?? {};
  const { outcome, delivery } = decision;
  return (
    <Section title={t('agency.decision')}>
      <LabelledValues
        items={[
          { label: t('agency.outcome'), value: outcome && t(`agency.outcome.${outcome}`) },
          { label: t('agency.decisionText'), value: decision.text },
          { label: t('agency.decidedBy'), value: decision.by },
          { label: t('agency.decidedAt'), value: decision.at && longDate(decision.at, language) },
          { label: t('agency.delivery'), value: delivery && t(`agency.delivery.${delivery}`) },
        ]}
      />
      {files.length > 0 && <FileList files={files} label={t('agency.answerFiles')} />}
    </Section>
  );
}
