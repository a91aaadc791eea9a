// SPDX-License-Identifier: Apache-2.0
import { holds } from '@okno/forms-core/conditions';
import { prune } from '@okno/forms-core/prune';
import {
  type Data,
  type Field,
  isObject,
  isOfPassport,
  namesInOrder,
  pointerTo,
  type Value,
} from '@okno/forms-core/schema';
import { CheckField, isRadio, ManyChoices, RadioField, SelectField } from './choice-inputs.tsx';
import { descriptionOf, errorText, labelOf, useFormState } from './form-context.ts';
import { GroupLegend } from './group-legend.tsx';
import { Rows } from './rows.tsx';
import classes from './schema-form.module.css';
import { DayField, LineInput, LongInput, NumberField } from './text-inputs.tsx';

export type FieldProps = {
  field: Field;
  pointer: string;
  value: Value | undefined;
  required: boolean;
  // What conditions of fields below are judged on.
  scope: Data;
  onChange: (value: Value | undefined) => void;
};

type FieldsProps = {
  schema: Field;
  data: Data;
  pointer: string;
  scope: Data;
  names?: string[];
  // A group that need not be filled in and is not begun: nothing in it is required yet.
  untouched?: boolean;
  onChange: (data: Data) => void;
};

// The fields of one object in order, those whose condition holds.
export function Fields(props: FieldsProps) {
  const { schema, data, pointer, scope, names, untouched = false, onChange } = props;
  const change = (name: string, value: Value | undefined) => {
    const next = { ...data };
    if (value === undefined) delete next[name];
    else next[name] = value;
    onChange(next);
  };
  return (
    <div className={classes.fields}>
      {(names ?? namesInOrder(schema)).map((name) => {
        const field = maskedPassport(schema.properties?.[name], data);
        if (!field || !isVisible(field, scope)) return null;
        return (
          <div
            key={name}
            className={classes[field['x-width'] ?? 'full']}
            data-required={!untouched && isRequired(schema, name, scope) ? 'yes' : 'no'}
          >
            <FieldInput
              field={field}
              pointer={pointerTo(pointer, name)}
              value={data[name]}
              required={!untouched && isRequired(schema, name, scope)}
              scope={scope}
              onChange={(value) => change(name, value)}
            />
          </div>
        );
      })}
    </div>
  );
}

// While it holds a Russian passport it is laid out as one.
function maskedPassport(field: Field | undefined, parent: Data): Field | undefined {
  if (!field || !isOfPassport(field, parent)) return field;
  return { ...field, 'x-mask': '## ## ######' };
}

export function isVisible(field: Field, scope: Data) {
  const condition = field['x-visible-when'];
  return condition === undefined || holds(condition, scope);
}

function isRequired(schema: Field, name: string, scope: Data) {
  const condition = schema.properties?.[name]?.['x-required-when'];
  return (
    (schema.required ?? []).includes(name) || (condition !== undefined && holds(condition, scope))
  );
}

function isBegun(group: Field, value: Value | undefined) {
  return isObject(value) && Object.keys(prune(group, value)).length > 0;
}

function FieldInput(props: FieldProps) {
  const { field, pointer, value, required, scope, onChange } = props;
  const { errors, idOf, language, readOnly, t, touch } = useFormState();
  if (field.type === 'object') {
    return (
      <fieldset className={classes.group}>
        <GroupLegend text={labelOf(field, language)} required={required} />
        <Fields
          schema={field}
          data={isObject(value) ? value : {}}
          pointer={pointer}
          scope={scope}
          untouched={!required && !isBegun(field, value)}
          onChange={onChange}
        />
      </fieldset>
    );
  }
  if (field.type === 'array' && field.items?.type === 'object') return <Rows {...props} />;
  const error = errors.get(pointer);
  const common = {
    id: idOf(pointer),
    label: labelOf(field, language),
    description: descriptionOf(field, language),
    error: error && errorText(error, t, field),
    required,
    readOnly,
    onBlur: () => touch(pointer),
  };
  const typed = { ...props, common };
  if (field.type === 'array') return <ManyChoices {...typed} />;
  if (field.type === 'boolean')
    return field.const || field['x-widget'] === 'checkbox' ? (
      <CheckField {...typed} />
    ) : (
      <RadioField {...typed} />
    );
  if (field.type === 'integer' || field.type === 'number') return <NumberField {...typed} />;
  if (field.enum) return isRadio(field) ? <RadioField {...typed} /> : <SelectField {...typed} />;
  if (field.format === 'date') return <DayField {...typed} />;
  return field['x-widget'] === 'textarea' || field['x-widget'] === 'address' ? (
    <LongInput {...typed} />
  ) : (
    <LineInput {...typed} />
  );
}
