-- An explanation belongs to figures, and moves with what it explains: no key is its own for good.
alter table explanations
  -- fingerprints of all figures it was said for, with blanks between
  add also_for text not null default '',
  -- the figures it was last said for, in words; '' for what was written before
  add figures text not null default '',
  -- the rule and the metric; '' for what was written before
  add about varchar(40) not null default '',
  drop constraint explanations_report_id_finding_key_key;
create index explanations_report_id on explanations (report_id, finding_key);

alter table frozen_findings add explanation_id bigint references explanations;
update frozen_findings set explanation_id = e.id from explanations e
  where e.report_id = frozen_findings.report_id and e.finding_key = frozen_findings.finding_key;
