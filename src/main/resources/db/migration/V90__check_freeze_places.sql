-- What was found in a text is frozen with its sentence and with where that stood.
alter table frozen_findings
  add place varchar(200) not null default '',
  add anchor varchar(60) not null default '',
  add quote text not null default '',
  add marked_offset int not null default 0,
  add marked_length int not null default 0;

update frozen_findings set anchor = 'metric-' || split_part(metrics, ' ', 1);
