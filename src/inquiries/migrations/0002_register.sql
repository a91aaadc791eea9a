-- SPDX-License-Identifier: Apache-2.0
-- «Номер в ИС потребителя»: under which the system that needs the answer knows the inquiry; typed by hand.
ALTER TABLE inquiries.inquiries ADD consumer_number text NOT NULL DEFAULT '';
CREATE INDEX inquiries_consumer_number ON inquiries.inquiries (organization_id, consumer_number)
  WHERE consumer_number <> '';
-- The choices of the register's filters are read by skipping from one value to the next.
CREATE INDEX inquiries_types ON inquiries.inquiries (organization_id, type_name, id);
CREATE INDEX inquiries_addressees ON inquiries.inquiries (organization_id, addressee);
