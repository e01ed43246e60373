Import(
  rules=[
    'models/base.sml',
    'models/post.sml',
  ]
)

# A name that begins with `_` is not kept with the event.
_Deed: Optional[str] = BreakwaterDeed(content_id=PostId, text=PostText)

BreakwaterHides = Rule(
  when_all=[_Deed == 'hide'],
  description='Breakwater hides this post',
)

BreakwaterReviews = Rule(
  when_all=[_Deed == 'review'],
  description='A person at Breakwater looks at this post',
)

# Away, too slow, or the event was refused: that is not "harmless".
BreakwaterUnknown = Rule(
  when_all=[_Deed == None],
  description='What Breakwater says of this post is not known',
)

WhenRules(
  rules_any=[BreakwaterHides],
  then=[DeclareVerdict(verdict='reject')],
)

WhenRules(
  rules_any=[BreakwaterReviews, BreakwaterUnknown],
  then=[DeclareVerdict(verdict='hold')],
)
