-- What a bureau says to a warning, as long as its report is worked on.
create table explanations (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  finding_key varchar(40) not null,
  words text not null,
  -- of the figures it was written for
  fingerprint varchar(16) not null,
  written_by bigint not null references accounts,
  written_at timestamptz not null,
  verdict varchar(8) not null,
  verdict_words text not null,
  judged_by bigint references accounts,
  judged_at timestamptz,
  unique (report_id, finding_key)
);

-- What was found in a version and what was said to it: stays when rules and figures change.
create table frozen_findings (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  revision_id bigint not null references revisions,
  position int not null,
  finding_key varchar(40) not null,
  rule varchar(20) not null,
  title varchar(60) not null,
  metrics varchar(300) not null,
  message text not null,
  instruction text not null,
  words text not null,
  written_by bigint not null references accounts,
  verdict varchar(8) not null,
  verdict_words text not null,
  judged_by bigint references accounts,
  judged_at timestamptz,
  unique (revision_id, finding_key)
);
