-- What forms asked, by whom and from which showing of the form: done once, told again.
create table errands (
  username varchar(64) not null,
  form varchar(64) not null,
  -- of all that was sent: a form shown once may be sent with two different contents
  digest char(64) not null,
  claim uuid not null unique,
  claimed_at timestamptz not null,
  -- when the application that works on it last showed a sign of life
  alive_at timestamptz not null,
  -- whether something was committed in its name, set by the transaction itself
  committed boolean not null default false,
  -- where it led, null until it is done
  location varchar(2000),
  -- what was told there once, as JSON
  told text,
  primary key (username, form, digest)
);
create index errands_claimed on errands (claimed_at);
